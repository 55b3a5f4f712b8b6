#!/bin/sh
# Puts dist/ on the host that cloudfront.yaml made: sh hosting/cloudfront-upload.sh STACK
set -eu
stack=${1:?"Say which stack: sh hosting/cloudfront-upload.sh STACK"}

output() {
  aws cloudformation describe-stacks --stack-name "$stack" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}
bucket=s3://$(output Bucket)

# What pages need comes before the pages. Old hashed files stay, for readers who have an old page open.
aws s3 sync dist/_astro "$bucket/_astro" --cache-control "public, max-age=31536000, immutable"
aws s3 sync dist "$bucket" --delete --exclude "_astro/*" --exclude _headers --exclude .htaccess
aws s3 cp dist "$bucket" --recursive --exclude "*" --include "*.txt" --content-type "text/plain; charset=utf-8"
aws cloudfront create-invalidation --distribution-id "$(output Distribution)" --paths "/*"
echo "The guide is at $(output Address)"
