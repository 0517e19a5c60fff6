namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's SDK for Python tells the story of an alarm: metrics and math, a subscriber that confirms, the alarm fires, its message arrives signed.</summary>
public sealed class Boto3MetricsTests(FastSandbox sandbox) : IClassFixture<FastSandbox>
{
    private const string Script = """
        import sys, json, time, threading, urllib.request
        from http.server import BaseHTTPRequestHandler, HTTPServer
        import boto3
        from botocore.exceptions import ClientError

        url = sys.argv[1]
        cw, sns = boto3.client("cloudwatch", endpoint_url=url), boto3.client("sns", endpoint_url=url)
        def refused(code, call, **arguments):
            try:
                call(**arguments)
            except ClientError as error:
                assert error.response["Error"]["Code"] == code, error
                return
            raise AssertionError(f"not refused: {code}")
        def until(found):
            for _ in range(600):
                value = found()
                if value: return value
                time.sleep(0.05)
            raise AssertionError("never came")

        posts = []
        class Subscriber(BaseHTTPRequestHandler):
            def do_POST(self):
                posts.append((self.headers["x-amz-sns-message-type"], json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
                self.send_response(200)
                self.end_headers()
            def log_message(self, *arguments): pass
        server = HTTPServer(("127.0.0.1", 0), Subscriber)
        threading.Thread(target=server.serve_forever, daemon=True).start()

        topic = sns.create_topic(Name="hooks")["TopicArn"]
        assert sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=f"http://127.0.0.1:{server.server_port}/")["SubscriptionArn"] == "pending confirmation"
        refused("InvalidParameter", sns.subscribe, TopicArn=topic, Protocol="http", Endpoint="http://example.com/")
        refused("InvalidParameter", sns.confirm_subscription, TopicArn=topic, Token="none")
        kind, asked = until(lambda: posts and posts.pop(0))
        assert kind == "SubscriptionConfirmation", kind
        urllib.request.urlopen(asked["SubscribeURL"]).read()
        assert b"BEGIN CERTIFICATE" in urllib.request.urlopen(asked["SigningCertURL"]).read()
        subscription = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"][0]["SubscriptionArn"]
        assert subscription.startswith(topic + ":"), subscription
        sns.publish(TopicArn=topic, Subject="s", Message="hello", MessageAttributes={"a": {"DataType": "String", "StringValue": "v"}})
        kind, told = until(lambda: posts and posts.pop(0))
        assert (kind, told["Message"], told["MessageAttributes"]["a"]["Value"]) == ("Notification", "hello", "v"), told

        # So many metrics that the SDK compresses the request.
        cw.put_metric_data(Namespace="Story", MetricData=[
            {"MetricName": f"m{i}", "Values": [1.0, 2.5], "Counts": [3, 1], "Unit": "Count", "StorageResolution": 1} for i in range(600)])
        assert len([m for page in cw.get_paginator("list_metrics").paginate(Namespace="Story") for m in page["Metrics"]]) == 600
        refused("InvalidParameterValue", cw.put_metric_data, Namespace="AWS/SageMaker", MetricData=[{"MetricName": "m", "Value": 1}])
        refused("InvalidParameterValue", cw.put_metric_data, Namespace="Story", MetricData=[{"MetricName": "m", "Value": float("nan")}])

        dimensions = [{"Name": "EndpointName", "Value": "media-ranker"}, {"Name": "VariantName", "Value": "champion"}]
        def query(id, metric, stat, **more):
            return {"Id": id, "MetricStat": {"Metric": {"Namespace": "AWS/SageMaker", "MetricName": metric, "Dimensions": dimensions}, "Period": 60, "Stat": stat}, **more}
        hidden = [query("e", "Invocation5XXErrors", "Sum", ReturnData=False), query("i", "Invocations", "Sum", ReturnData=False)]
        rate = {"Id": "rate", "Expression": "100 * e / i", "Label": "error rate"}
        cw.put_metric_alarm(AlarmName="rate", Metrics=[rate, *hidden], EvaluationPeriods=1, Threshold=50.0, ComparisonOperator="GreaterThanThreshold")
        cw.put_metric_alarm(AlarmName="p99", AlarmActions=[topic], Namespace="AWS/SageMaker", MetricName="ModelLatency", Dimensions=dimensions,
            ExtendedStatistic="p99", Period=60, EvaluationPeriods=1, Threshold=1.0, ComparisonOperator="GreaterThanThreshold")
        configured = cw.describe_alarms(AlarmNames=["p99"])["MetricAlarms"][0]["AlarmConfigurationUpdatedTimestamp"].timestamp()
        answer = cw.get_metric_data(StartTime=configured - 600, EndTime=configured, MetricDataQueries=[
            query("p", "ModelLatency", "p99.9"), query("t", "ModelLatency", "TM(10%:90%)"), *hidden, rate])["MetricDataResults"]
        assert [r["Id"] for r in answer] == ["p", "t", "rate"] and all(r["Values"] for r in answer), answer
        assert answer[0]["Values"][-1] > answer[1]["Values"][-1] and answer[2]["Label"] == "error rate", answer
        refused("ValidationError", cw.get_metric_data, StartTime=configured - 600, EndTime=configured, MetricDataQueries=[{"Id": "x", "Expression": "y +"}])

        kind, told = until(lambda: posts and posts.pop(0))
        message = json.loads(told["Message"])
        assert (message["AlarmName"], message["NewStateValue"], message["Trigger"]["ExtendedStatistic"]) == ("p99", "ALARM", "p99"), message
        assert until(lambda: cw.describe_alarms(AlarmNames=["rate"], StateValue="OK")["MetricAlarms"])
        history = [h["HistoryItemType"] for h in cw.describe_alarm_history(AlarmName="p99", ScanBy="TimestampAscending")["AlarmHistoryItems"]]
        assert history == ["ConfigurationUpdate", "StateUpdate", "Action"], history
        refused("InvalidFormat", cw.set_alarm_state, AlarmName="p99", StateValue="OK", StateReason="r", StateReasonData="{")
        refused("InvalidParameterValue", cw.put_composite_alarm, AlarmName="c", AlarmRule="ALARM(p99)")

        sns.unsubscribe(SubscriptionArn=subscription)
        assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []
        sns.delete_topic(TopicArn=topic)
        refused("NotFound", sns.publish, TopicArn=topic, Message="m")

        assert cw.put_dashboard(DashboardName="d", DashboardBody='{"widgets":[]}')["DashboardValidationMessages"] == []
        assert cw.get_dashboard(DashboardName="d")["DashboardBody"] == '{"widgets":[]}'
        refused("InvalidParameterInput", cw.put_dashboard, DashboardName="d", DashboardBody="{")
        cw.delete_dashboards(DashboardNames=["d"])
        assert cw.list_dashboards()["DashboardEntries"] == []
        print("done")
        """;

    [CommandFact("python3", "-c", "import boto3")]
    public async Task AlarmsAndTopics_FromBoto3_TellTheirStory()
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync("python3", "-c", Script, sandbox.Address.ToString());

        Assert.True(exitCode == 0, error);
        Assert.Equal("done", output.Trim());
    }
}
