namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's SDK for Python through rolling updates, automatic scaling and a shadow experiment.</summary>
public sealed class FleetStoryTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private const string Script = """
        import sys, time, boto3
        from botocore.exceptions import ClientError

        def client(name): return boto3.client(name, endpoint_url=sys.argv[1])
        sm, scaling, cw = client("sagemaker"), client("application-autoscaling"), client("cloudwatch")
        def until(what, probe):
            for _ in range(400):
                found = probe()
                if found: return found
                time.sleep(0.05)
            raise AssertionError(f"never: {what}")
        def describe(): return sm.describe_endpoint(EndpointName="media-ranker")
        def settled(): return until("settled", lambda: (e := describe())["EndpointStatus"] == "InService" and e)
        def config(name, model):
            sm.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[
                {"VariantName": "champion", "ModelName": model, "InstanceType": "ml.m5.xlarge", "InitialInstanceCount": 2}])

        config("rolled", "media-ranker-v8")
        sm.update_endpoint(EndpointName="media-ranker", EndpointConfigName="rolled", DeploymentConfig={
            "RollingUpdatePolicy": {"MaximumBatchSize": {"Type": "CAPACITY_PERCENT", "Value": 50}, "WaitIntervalInSeconds": 20}})
        def halfway():
            pending = describe().get("PendingDeploymentSummary")
            return pending and pending["ProductionVariants"][0]["CurrentInstanceCount"] == 1
        until("one instance of the new fleet", halfway)
        assert settled()["EndpointConfigName"] == "rolled"

        target = dict(ServiceNamespace="sagemaker", ResourceId="endpoint/media-ranker/variant/champion", ScalableDimension="sagemaker:variant:DesiredInstanceCount")
        scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=6)
        put = scaling.put_scaling_policy(**target, PolicyName="keep", PolicyType="TargetTrackingScaling", TargetTrackingScalingPolicyConfiguration={
            "TargetValue": 500.0, "PredefinedMetricSpecification": {"PredefinedMetricType": "SageMakerVariantInvocationsPerInstance"}})
        alarms = cw.describe_alarms(AlarmNames=[a["AlarmName"] for a in put["Alarms"]])["MetricAlarms"]
        assert sorted(a["EvaluationPeriods"] for a in alarms) == [3, 15], alarms
        done = until("scaled out", lambda: [a for a in scaling.describe_scaling_activities(ServiceNamespace="sagemaker")["ScalingActivities"] if a["StatusCode"] == "Successful"])
        assert settled()["ProductionVariants"][0]["CurrentInstanceCount"] > 2, done
        assert scaling.describe_scalable_targets(ServiceNamespace="sagemaker")["ScalableTargets"][0]["MaxCapacity"] == 6
        assert scaling.describe_scaling_policies(ServiceNamespace="sagemaker")["ScalingPolicies"][0]["PolicyName"] == "keep"
        scaling.delete_scaling_policy(**target, PolicyName="keep")
        scaling.deregister_scalable_target(**target)
        try:
            scaling.deregister_scalable_target(**target)
            raise AssertionError("deregistered twice")
        except ClientError as error:
            assert error.response["Error"]["Code"] == "ObjectNotFoundException", error

        def variant(name, model): return {"VariantName": name, "ModelName": model, "InfrastructureConfig": {
            "InfrastructureType": "RealTimeInference", "RealTimeInferenceConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 2}}}
        settled()
        sm.create_inference_experiment(Name="shadow", Type="ShadowMode", RoleArn="arn:aws:iam::123456789012:role/r", EndpointName="media-ranker",
            ModelVariants=[variant("champion", "media-ranker-v8"), variant("shadow", "media-ranker-v11")],
            ShadowModeConfig={"SourceModelVariantName": "champion", "ShadowModelVariants": [{"ShadowModelVariantName": "shadow", "SamplingPercentage": 50}]})
        status = lambda: sm.describe_inference_experiment(Name="shadow")["Status"]
        until("running", lambda: status() == "Running")
        assert describe()["ShadowProductionVariants"][0]["CurrentWeight"] == 0.5
        sm.stop_inference_experiment(Name="shadow", ModelVariantActions={"champion": "Remove", "shadow": "Promote"}, Reason="better")
        until("completed", lambda: status() == "Completed")
        assert [v["VariantName"] for v in describe()["ProductionVariants"]] == ["shadow"]
        assert sm.list_inference_experiments()["InferenceExperiments"][0]["StatusReason"] == "better"
        sm.delete_inference_experiment(Name="shadow")
        print("done")
        """;

    [CommandFact("python3", "-c", "import boto3")]
    public async Task Fleets_FromBoto3_RollScaleAndShadow()
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync("python3", "-c", Script, sandbox.Address.ToString());

        Assert.True(exitCode == 0 && output.Trim() == "done", error);
    }
}
