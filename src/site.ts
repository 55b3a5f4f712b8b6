/** The site's own words. Everything that names the guide takes them from here. */
export const site = {
  title: 'The Annotated Architect',
  tagline: 'A study guide for the AWS Solutions Architect – Professional exam that says what changed',
  description:
    'A free study guide for the AWS Certified Solutions Architect – Professional exam. It states what is true today and shows in the margin what the course notes of 2016 said, since when it changed, and the source.',
  /** The year of the notes that every margin note refers to. */
  notesYear: 2016,
  /** Where the guide's source lives; left out of the pages while it is undefined. */
  repository: undefined as string | undefined,
  disclaimer:
    'Independent work: not affiliated with, endorsed by or sponsored by Amazon Web Services. No real exam questions.',
} as const;
