"""The life of an endpoint, told with boto3 as anyone would write it against Amazon: python3 story.py http://127.0.0.1:5081

The clock behind the address may run faster than the wall, so nothing here waits for a time: it waits for a state, and for not longer than it takes.
"""
import datetime
import json
import sys
import time

import boto3
import botocore.config
import botocore.exceptions

settings = dict(
    endpoint_url=sys.argv[1],
    region_name="eu-central-1",
    aws_access_key_id="anyone",
    aws_secret_access_key="anything",
    config=botocore.config.Config(retries={"max_attempts": 1}),
)
sagemaker = boto3.client("sagemaker", **settings)
runtime = boto3.client("sagemaker-runtime", **settings)
cloudwatch = boto3.client("cloudwatch", **settings)
sns = boto3.client("sns", **settings)
role = "arn:aws:iam::123456789012:role/sagemaker-execution"
quick = {"Delay": 1, "MaxAttempts": 60}


def until(what, probe, attempts=300):
    for _ in range(attempts):
        found = probe()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(f"{what}: it never came")


def invoke(times, **how):
    """Sends requests and counts which variant answered, and how many the model failed."""
    served, failed = {}, 0
    for _ in range(times):
        try:
            answer = runtime.invoke_endpoint(EndpointName="story", Body=b'{"user": 7}', ContentType="application/json", **how)
            variant = answer["InvokedProductionVariant"]
            served[variant] = served.get(variant, 0) + 1
            assert json.loads(answer["Body"].read())["predictions"]
        except runtime.exceptions.ModelError as error:
            assert error.response["OriginalStatusCode"] == 500, error.response
            failed += 1
    return served, failed


def describe():
    return sagemaker.describe_endpoint(EndpointName="story")


def weights():
    return {variant["VariantName"]: variant["CurrentWeight"] for variant in describe()["ProductionVariants"]}


def variant(name, model, weight):
    return {"VariantName": name, "ModelName": model, "InstanceType": "ml.m5.xlarge", "InitialInstanceCount": 2, "InitialVariantWeight": weight}


# Models from the registry, and two configs.
group = "arn:aws:sagemaker:eu-central-1:123456789012:model-package/media-ranker"
for model, version in {"story-good": 7, "story-better": 8, "story-failing": 9}.items():
    sagemaker.create_model(ModelName=model, ExecutionRoleArn=role, PrimaryContainer={"ModelPackageName": f"{group}/{version}"})
metrics = {"EnableEnhancedMetrics": True, "MetricPublishFrequencyInSeconds": 10}
sagemaker.create_endpoint_config(
    EndpointConfigName="story-pair",
    ProductionVariants=[variant("champion", "story-good", 1), variant("challenger", "story-better", 0)],
    MetricsConfig=metrics,
)
for config, model in {"story-one": "story-good", "story-next": "story-failing"}.items():
    sagemaker.create_endpoint_config(EndpointConfigName=config, ProductionVariants=[variant("AllTraffic", model, 1)], MetricsConfig=metrics)

# An endpoint with champion and challenger.
sagemaker.create_endpoint(EndpointName="story", EndpointConfigName="story-pair")
assert describe()["EndpointStatus"] in ("Creating", "InService")
sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="story", WaiterConfig=quick)
served, failed = invoke(20, InferenceId="a-7")
assert set(served) <= {"champion"} and sum(served.values()) + failed == 20, (served, failed)
assert runtime.invoke_endpoint(EndpointName="story", TargetVariant="challenger", Body=b"{}")["InvokedProductionVariant"] == "challenger"

# Weights move, and requests follow.
shift = dict(EndpointName="story", DesiredWeightsAndCapacities=[
    {"VariantName": "champion", "DesiredWeight": 1}, {"VariantName": "challenger", "DesiredWeight": 1}])
sagemaker.update_endpoint_weights_and_capacities(**shift)
try:
    sagemaker.update_endpoint_weights_and_capacities(**shift)
    assert describe()["EndpointStatus"] == "InService", "a second update was taken while the first was running"
except botocore.exceptions.ClientError as error:
    assert error.response["Error"]["Message"].startswith("Cannot update in-progress endpoint"), error
sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="story", WaiterConfig=quick)
assert weights() == {"champion": 1, "challenger": 1}, weights()
served, _ = invoke(60)
assert min(served.get("champion", 0), served.get("challenger", 0)) >= 12, served

# What was served can be read, with percentiles, in microseconds.
dimensions = [{"Name": "EndpointName", "Value": "story"}, {"Name": "VariantName", "Value": "challenger"}]


def metric(name, dimensions=dimensions):
    return {"Namespace": "AWS/SageMaker", "MetricName": name, "Dimensions": dimensions}


def read():
    now = datetime.datetime.now(datetime.timezone.utc)
    results = cloudwatch.get_metric_data(
        StartTime=now - datetime.timedelta(hours=1),
        EndTime=now + datetime.timedelta(days=1),
        MetricDataQueries=[
            {"Id": "count", "MetricStat": {"Metric": metric("Invocations"), "Period": 3600, "Stat": "Sum"}},
            {"Id": "errors", "MetricStat": {"Metric": metric("InvocationModelErrors"), "Period": 3600, "Stat": "Sum"}},
            {"Id": "p99", "MetricStat": {"Metric": metric("ModelLatency"), "Period": 3600, "Stat": "p99"}},
            {"Id": "rate", "Expression": "100 * errors / count", "Label": "error rate"},
        ],
    )["MetricDataResults"]
    values = {result["Id"]: result["Values"] for result in results}
    return values if sum(values["count"]) >= 1 + served["challenger"] else None


seen = until("the metrics of the challenger", read)
assert all(5_000 < value < 5_000_000 for value in seen["p99"]), seen
assert all(0 <= value <= 100 for value in seen["rate"]) and len(seen["rate"]) == len(seen["count"]), seen

# A fleet of one variant takes over from the pair.
sagemaker.update_endpoint(EndpointName="story", EndpointConfigName="story-one")
sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="story", WaiterConfig=quick)
assert describe()["EndpointConfigName"] == "story-one" and weights() == {"AllTraffic": 1}

# An alarm that fires, and tells a topic.
topic = sns.create_topic(Name="story")["TopicArn"]
everything = [{"Name": "EndpointName", "Value": "story"}, {"Name": "VariantName", "Value": "AllTraffic"}]
cloudwatch.put_metric_alarm(
    AlarmName="story-errors", Namespace="AWS/SageMaker", MetricName="InvocationModelErrors", Dimensions=everything, Statistic="Sum", Period=10,
    EvaluationPeriods=1, Threshold=0, ComparisonOperator="GreaterThanThreshold", TreatMissingData="notBreaching", AlarmActions=[topic])


def alarm():
    return cloudwatch.describe_alarms(AlarmNames=["story-errors"])["MetricAlarms"][0]["StateValue"]


until("the alarm at rest", lambda: alarm() == "OK")

# The next fleet fails requests: the guardrail sees the alarm and brings the old one back.
sagemaker.update_endpoint(
    EndpointName="story",
    EndpointConfigName="story-next",
    DeploymentConfig={
        "BlueGreenUpdatePolicy": {
            "TrafficRoutingConfiguration": {
                "Type": "CANARY", "CanarySize": {"Type": "CAPACITY_PERCENT", "Value": 50}, "WaitIntervalInSeconds": 3600},
            "MaximumExecutionTimeoutInSeconds": 28800,
        },
        "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "story-errors"}]},
    },
)


def canary():
    pending = describe().get("PendingDeploymentSummary", {})
    return [status for green in pending.get("ProductionVariants", []) for status in green.get("VariantStatus", []) if status["Status"] == "Baking"]


until("the canary's bake", canary)
failed = 0


def fires():
    global failed
    failed += invoke(40)[1]
    return failed > 0 and alarm() == "ALARM"


until("the alarm", fires, attempts=60)
until("the rollback", lambda: describe()["EndpointStatus"] == "InService")
assert describe()["EndpointConfigName"] == "story-one" and weights() == {"AllTraffic": 1}, describe()
history = cloudwatch.describe_alarm_history(AlarmName="story-errors", HistoryItemType="StateUpdate")["AlarmHistoryItems"]
assert any("to ALARM" in item["HistorySummary"] for item in history), history

# All of it goes.
cloudwatch.delete_alarms(AlarmNames=["story-errors"])
sagemaker.delete_endpoint(EndpointName="story")
sagemaker.get_waiter("endpoint_deleted").wait(EndpointName="story", WaiterConfig=quick)
for config in ("story-pair", "story-one", "story-next"):
    sagemaker.delete_endpoint_config(EndpointConfigName=config)
for model in ("story-good", "story-better", "story-failing"):
    sagemaker.delete_model(ModelName=model)
print("The story ends well.")
