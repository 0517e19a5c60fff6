namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's SDK for Python against every operation of the sandbox; its parsers hold the answers against Amazon's models.</summary>
public sealed class Boto3Tests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Script = """
        import sys, time, datetime
        import boto3
        from botocore.exceptions import ClientError

        url = sys.argv[1]
        def client(name): return boto3.client(name, endpoint_url=url)
        sm, cw, sns, rt = client("sagemaker"), client("cloudwatch"), client("sns"), client("sagemaker-runtime")
        def refused(code, call, **arguments):
            try:
                call(**arguments)
            except ClientError as error:
                assert error.response["Error"]["Code"] == code, error
                return
            raise AssertionError(f"not refused: {code}")
        def settled(name):
            for _ in range(200):
                found = sm.describe_endpoint(EndpointName=name)
                if found["EndpointStatus"] not in ("Creating", "Updating"): return found
                time.sleep(0.05)
            raise AssertionError("never settled")

        role = "arn:aws:iam::123456789012:role/r"
        sm.create_model(ModelName="mine", ExecutionRoleArn=role, PrimaryContainer={"Image": "i", "ModelDataUrl": "s3://b/m.tar.gz"})
        refused("ValidationException", sm.create_model, ModelName="mine", ExecutionRoleArn=role, PrimaryContainer={"Image": "i"})
        assert sm.describe_model(ModelName="mine")["PrimaryContainer"]["Image"] == "i"
        assert "mine" in [m["ModelName"] for page in sm.get_paginator("list_models").paginate() for m in page["Models"]]
        variant = {"ModelName": "mine", "InstanceType": "ml.m5.xlarge", "InitialInstanceCount": 1}
        sm.create_endpoint_config(EndpointConfigName="c1", ProductionVariants=[{**variant, "VariantName": "a", "InitialVariantWeight": 1}],
            MetricsConfig={"EnableEnhancedMetrics": True, "MetricPublishFrequencyInSeconds": 10}, Tags=[{"Key": "k", "Value": "v"}])
        sm.create_endpoint_config(EndpointConfigName="c2", ProductionVariants=[{**variant, "VariantName": "a"}, {**variant, "VariantName": "b", "InitialVariantWeight": 0}])
        described = sm.describe_endpoint_config(EndpointConfigName="c1")
        assert described["MetricsConfig"]["MetricPublishFrequencyInSeconds"] == 10 and described["ProductionVariants"][0]["ModelName"] == "mine"
        assert sm.list_endpoint_configs(NameContains="c1")["EndpointConfigs"][0]["EndpointConfigName"] == "c1"

        arn = sm.create_endpoint(EndpointName="e", EndpointConfigName="c1")["EndpointArn"]
        assert settled("e")["EndpointStatus"] == "InService"
        sm.update_endpoint(EndpointName="e", EndpointConfigName="c2", RetainAllVariantProperties=True)
        assert [v["VariantName"] for v in settled("e")["ProductionVariants"]] == ["a", "b"]
        sm.update_endpoint_weights_and_capacities(EndpointName="e", DesiredWeightsAndCapacities=[
            {"VariantName": "a", "DesiredWeight": 0.75}, {"VariantName": "b", "DesiredWeight": 0.25}])
        assert [v["CurrentWeight"] for v in settled("e")["ProductionVariants"]] == [0.75, 0.25]
        assert "e" in [e["EndpointName"] for page in sm.get_paginator("list_endpoints").paginate(PaginationConfig={"PageSize": 1}) for e in page["Endpoints"]]
        sm.add_tags(ResourceArn=arn, Tags=[{"Key": "k", "Value": "v"}])
        assert sm.list_tags(ResourceArn=arn)["Tags"] == [{"Key": "k", "Value": "v"}]

        assert len(sm.list_model_package_groups()["ModelPackageGroupSummaryList"]) == 2
        packages = sm.list_model_packages(ModelPackageGroupName="media-ranker")["ModelPackageSummaryList"]
        assert sm.describe_model_package(ModelPackageName=packages[-1]["ModelPackageArn"])["CustomerMetadataProperties"]["git_commit"]

        answer = rt.invoke_endpoint(EndpointName="e", TargetVariant="b", Body=b"{}", ContentType="application/json")
        assert answer["InvokedProductionVariant"] == "b" and b"mine" in answer["Body"].read()
        refused("ValidationError", rt.invoke_endpoint, EndpointName="e", TargetVariant="nobody", Body=b"{}")

        now = datetime.datetime.now(datetime.timezone.utc)
        dimensions = [{"Name": "EndpointName", "Value": "media-ranker"}, {"Name": "VariantName", "Value": "champion"}]
        metric = {"Namespace": "AWS/SageMaker", "MetricName": "ModelLatency", "Dimensions": dimensions}
        query = [{"Id": "p99", "MetricStat": {"Metric": metric, "Period": 60, "Stat": "p99"}}]
        data = cw.get_metric_data(MetricDataQueries=query, StartTime=now - datetime.timedelta(minutes=30), EndTime=now)["MetricDataResults"][0]
        assert data["StatusCode"] == "Complete" and all(30000 < v < 120000 for v in data["Values"][1:-1]) and len(data["Values"]) >= 29, data
        refused("InvalidParameterValue", cw.get_metric_data, MetricDataQueries=query, StartTime=now, EndTime=now)

        topic = sns.create_topic(Name="mine")["TopicArn"]
        assert topic in [t["TopicArn"] for t in sns.list_topics()["Topics"]]
        assert sns.publish(TopicArn=topic, Subject="s", Message="m")["MessageId"]
        refused("NotFound", sns.publish, TopicArn=topic + "x", Message="m")
        refused("InvalidParameter", sns.publish, TopicArn=topic, Message="m", Subject="x" * 101)

        cw.put_metric_alarm(AlarmName="slow", Namespace="AWS/SageMaker", MetricName="ModelLatency", Dimensions=dimensions, ExtendedStatistic="p99",
            Period=10, EvaluationPeriods=1, Threshold=1e9, ComparisonOperator="GreaterThanThreshold", AlarmActions=[topic])
        cw.set_alarm_state(AlarmName="slow", StateValue="ALARM", StateReason="by hand")
        assert cw.describe_alarms(AlarmNames=["slow"])["MetricAlarms"][0]["StateValue"] in ("ALARM", "OK")
        cw.delete_alarms(AlarmNames=["slow"])
        assert cw.describe_alarms()["MetricAlarms"] == []

        sm.delete_endpoint(EndpointName="e")
        assert sm.describe_endpoint(EndpointName="e")["EndpointStatus"] == "Deleting"
        sm.delete_endpoint_config(EndpointConfigName="c1"); sm.delete_model(ModelName="mine")
        refused("ValidationException", sm.describe_model, ModelName="mine")
        print("done")
        """;

    [CommandFact("python3", "-c", "import boto3")]
    public async Task EveryOperation_FromBoto3_AnswersAsAmazonDoes()
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync("python3", "-c", Script, sandbox.Address.ToString());

        Assert.True(exitCode == 0, error);
        Assert.Equal("done", output.Trim());
    }
}
