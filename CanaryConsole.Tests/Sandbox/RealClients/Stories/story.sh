#!/usr/bin/env bash
# The life of an endpoint, told with Amazon's command line as anyone would type it: story.sh http://127.0.0.1:5081
set -euo pipefail

address=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
role=arn:aws:iam::123456789012:role/sagemaker-execution
group=arn:aws:sagemaker:eu-central-1:123456789012:model-package/media-ranker

amazon() { aws --endpoint-url "$address" --output text "$@"; }
sagemaker() { amazon sagemaker "$@"; }
fail() { echo "$1" >&2; exit 1; }

until_it_is() { # what, wanted, command...
  local what=$1 wanted=$2 found=; shift 2
  for _ in $(seq 60); do
    found=$("$@")
    [ "$found" != "$wanted" ] || return 0
    sleep 0.2
  done
  fail "$what is '$found', never '$wanted'"
}

expect() { [ "$2" = "$3" ] || fail "$1 is '$2', not '$3'"; }

endpoint() { sagemaker describe-endpoint --endpoint-name saga --query "$1"; }
alarm() { amazon cloudwatch describe-alarms --alarm-names saga-errors --query 'MetricAlarms[0].StateValue'; }

for model in good:7 failing:9; do
  sagemaker create-model --model-name "saga-${model%:*}" --execution-role-arn "$role" \
    --primary-container "ModelPackageName=$group/${model#*:}" >/dev/null
done
for config in one:saga-good next:saga-failing; do
  sagemaker create-endpoint-config --endpoint-config-name "saga-${config%:*}" \
    --metrics-config EnableEnhancedMetrics=true,MetricPublishFrequencyInSeconds=10 \
    --production-variants "VariantName=AllTraffic,ModelName=${config#*:},InstanceType=ml.m5.xlarge,InitialInstanceCount=2" >/dev/null
done
sagemaker create-endpoint-config --endpoint-config-name saga-pair --production-variants \
  VariantName=champion,ModelName=saga-good,InstanceType=ml.m5.xlarge,InitialInstanceCount=1,InitialVariantWeight=1 \
  VariantName=challenger,ModelName=saga-good,InstanceType=ml.m5.xlarge,InitialInstanceCount=1,InitialVariantWeight=0 >/dev/null

sagemaker create-endpoint --endpoint-name saga --endpoint-config-name saga-pair >/dev/null
until_it_is 'The endpoint' InService endpoint EndpointStatus
sagemaker wait endpoint-in-service --endpoint-name saga
sagemaker update-endpoint-weights-and-capacities --endpoint-name saga --desired-weights-and-capacities \
  VariantName=champion,DesiredWeight=3 VariantName=challenger,DesiredWeight=1 >/dev/null
until_it_is 'The endpoint' InService endpoint EndpointStatus
expect 'The weights' "$(endpoint 'ProductionVariants[].CurrentWeight')" $'3.0\t1.0'
echo '{"user": 7}' >"$scratch/request"
served=$(amazon sagemaker-runtime invoke-endpoint --endpoint-name saga --target-variant challenger --content-type application/json \
  --body "fileb://$scratch/request" --query InvokedProductionVariant "$scratch/answer")
expect 'The variant that answered' "$served" challenger

cat >"$scratch/queries" <<'JSON'
[{"Id": "p99", "MetricStat": {"Period": 3600, "Stat": "p99", "Metric": {"Namespace": "AWS/SageMaker", "MetricName": "ModelLatency",
  "Dimensions": [{"Name": "EndpointName", "Value": "saga"}, {"Name": "VariantName", "Value": "challenger"}]}}}]
JSON
points() {
  amazon cloudwatch get-metric-data --metric-data-queries "file://$scratch/queries" --start-time "$(date -u -d '-1 hour' +%FT%TZ)" \
    --end-time "$(date -u -d '+1 day' +%FT%TZ)" --query 'length(MetricDataResults[0].Values)'
}
until_it_is 'The number of 99th percentiles' 1 points

sagemaker update-endpoint --endpoint-name saga --endpoint-config-name saga-one >/dev/null
until_it_is 'The endpoint' InService endpoint EndpointStatus
expect 'The config' "$(endpoint EndpointConfigName)" saga-one
topic=$(amazon sns create-topic --name saga)
amazon cloudwatch put-metric-alarm --alarm-name saga-errors --namespace AWS/SageMaker --metric-name InvocationModelErrors \
  --dimensions Name=EndpointName,Value=saga Name=VariantName,Value=AllTraffic --statistic Sum --period 10 --evaluation-periods 1 \
  --threshold 0 --comparison-operator GreaterThanThreshold --treat-missing-data notBreaching --alarm-actions "$topic"
until_it_is 'The alarm' OK alarm

# The guardrail watches the next fleet; an operator pulls the alarm, and the old fleet serves again.
cat >"$scratch/guardrail" <<'JSON'
{"BlueGreenUpdatePolicy": {"MaximumExecutionTimeoutInSeconds": 28800, "TrafficRoutingConfiguration":
   {"Type": "CANARY", "CanarySize": {"Type": "CAPACITY_PERCENT", "Value": 50}, "WaitIntervalInSeconds": 3600}},
 "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "saga-errors"}]}}
JSON
sagemaker update-endpoint --endpoint-name saga --endpoint-config-name saga-next --deployment-config "file://$scratch/guardrail" >/dev/null
until_it_is 'The canary' Baking endpoint 'PendingDeploymentSummary.ProductionVariants[0].VariantStatus[0].Status'
amazon cloudwatch set-alarm-state --alarm-name saga-errors --state-value ALARM --state-reason 'the operator saw enough'
until_it_is 'The endpoint' InService endpoint EndpointStatus
expect 'The config' "$(endpoint EndpointConfigName)" saga-one

amazon cloudwatch delete-alarms --alarm-names saga-errors
sagemaker delete-endpoint --endpoint-name saga
sagemaker wait endpoint-deleted --endpoint-name saga
for config in pair one next; do sagemaker delete-endpoint-config --endpoint-config-name "saga-$config"; done
for model in good failing; do sagemaker delete-model --model-name "saga-$model"; done
echo 'The saga ends well.'
