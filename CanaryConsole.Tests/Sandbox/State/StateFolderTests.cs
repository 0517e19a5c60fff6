using CanaryConsole.Aws.ApplicationAutoScaling.Model;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox;
using CanaryConsole.Sandbox.Dashboards;
using CanaryConsole.Sandbox.S3;
using CanaryConsole.Sandbox.State;
using CanaryConsole.Tests.Sandbox.S3;
using Microsoft.Extensions.Logging.Abstractions;
using Tag = CanaryConsole.Aws.SageMaker.Model.Tag;

namespace CanaryConsole.Tests.Sandbox.State;

public sealed class StateFolderTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("canaryconsole-state");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void State_OfAChangedWorld_ComesBackAsItWas()
    {
        var aws = new LocalAws();
        Change(aws);
        var before = Recorded(aws.Simulation);
        using (var folder = StateFolder.Open(_folder.FullName))
        {
            folder.Write(StateFolder.Bytes(before));
        }

        using var again = StateFolder.Open(_folder.FullName);
        var after = Recorded(WorldAtStart.Begin(new SandboxOptions(), aws.Time, TimeSpan.Zero, again.Read()));

        // The weights were on their way; they have arrived. All else is as it was.
        Assert.Contains("\"Updating\"", Text(before), StringComparison.Ordinal);
        Assert.Equal(Text(before).Replace("\"Updating\"", "\"InService\"", StringComparison.Ordinal), Text(after));
    }

    [Fact]
    public void State_StoppedDuringAnUpdate_IsBackOnTheFormerConfig()
    {
        var aws = new LocalAws();
        aws.CreateConfig("next", ("champion", "media-ranker-v8", 1));
        aws.Call("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = "media-ranker", EndpointConfigName = "next" });

        var restored = WorldAtStart.Begin(new SandboxOptions(), aws.Time, TimeSpan.Zero, Recorded(aws.Simulation));
        var endpoint = restored.Visit((world, _) => world.Endpoints.Find("media-ranker"));

        Assert.Equal(
            (EndpointStatus.InService, "media-ranker-config", WorldRestoring.UpdateGivenUp), (endpoint.Status, endpoint.Config.Name, endpoint.FailureReason));
    }

    [Theory]
    [InlineData("{\"Version\":1,\"Models\":[", "is torn or was changed by hand")]
    [InlineData("", "is torn or was changed by hand")]
    [InlineData("{\"Version\":1}", "is torn or was changed by hand")]
    [InlineData("{\"Version\":2}", "has version 2, and this sandbox reads version 1")]
    public void Read_WhatCannotBeRead_IsRefusedInOneSentence(string content, string words)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "state.json"), content);

        using var folder = StateFolder.Open(_folder.FullName);
        Assert.Contains(words, Assert.Throws<SandboxStartException>(folder.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_AFolderInUse_IsRefused()
    {
        using var first = StateFolder.Open(_folder.FullName);

        Assert.Contains("another sandbox uses it", Assert.Throws<SandboxStartException>(() => StateFolder.Open(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buckets_OpenedAgain_HoldTheirObjectsAndNothingElse()
    {
        var buckets = FolderBucketIndex.Open(_folder.FullName);
        buckets.Create("b", "eu-central-1", Now);
        buckets.Put("b", "../../escape", "one"u8.ToArray(), "text/plain", Now);
        buckets.Put("b", "replaced", "old"u8.ToArray(), "text/plain", Now);
        buckets.Put("b", "replaced", "new"u8.ToArray(), "text/plain", Now);
        buckets.Put("b", "deleted", "gone"u8.ToArray(), "text/plain", Now);
        buckets.Delete("b", "deleted", WriteConditions.None);

        // What a sandbox killed in the middle leaves behind.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "blobs", Guid.Empty.ToString("N")), "orphan");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "objects", "x.json.tmp"), "{");

        var again = FolderBucketIndex.Open(_folder.FullName);
        Assert.Equal("one", await BucketCatalogTests.TextAsync(again.Open("b", "../../escape")));
        Assert.Equal("new", await BucketCatalogTests.TextAsync(again.Open("b", "replaced")));
        Assert.Equal(2, again.List("b", new ObjectQuery("", "", "", 10)).Objects.Count);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.FullName, "blobs")).Length);
    }

    [Fact]
    public void Buckets_WhoseContentIsMissing_AreRefused()
    {
        var buckets = FolderBucketIndex.Open(_folder.FullName);
        buckets.Create("b", "eu-central-1", Now);
        buckets.Put("b", "k", "one"u8.ToArray(), "text/plain", Now);
        File.Delete(Directory.GetFiles(Path.Combine(_folder.FullName, "blobs")).Single());

        Assert.Contains(
            "of 3 bytes is missing", Assert.Throws<SandboxStartException>(() => FolderBucketIndex.Open(_folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sandbox_StoppedAndStartedOnItsFolder_GoesOn()
    {
        var options = new SandboxOptions { Port = 0, Folder = _folder.FullName };
        await using (var first = await SandboxHost.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None))
        {
            first.Simulation.Visit((world, now) =>
            {
                world.Topics.Create("mine");
                world.Buckets.Put("canaryconsole-sandbox", "k", "v"u8.ToArray(), "text/plain", now);
                return true;
            });
        }

        await using var second = await SandboxHost.StartAsync(options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var (topics, stored, artifacts) = second.Simulation.Visit((world, _) => (
            world.Topics.Arns,
            world.Buckets.Open("canaryconsole-sandbox", "k"),
            world.Buckets.List("models-123456789012", new ObjectQuery("", "", "", 100)).Objects));

        Assert.Contains("arn:aws:sns:eu-central-1:123456789012:mine", topics);
        Assert.Equal("v", await BucketCatalogTests.TextAsync(stored));
        Assert.Equal(11, artifacts.Count(one => one.Key.EndsWith("model.tar.gz", StringComparison.Ordinal)));
    }

    private static void Change(LocalAws aws)
    {
        aws.Call("SageMaker.CreateModelPackageGroup", new CreateModelPackageGroupRequest { ModelPackageGroupName = "mine", Tags = [new Tag { Key = "k", Value = "v" }] });
        aws.Call("SageMaker.CreateModelPackage", new CreateModelPackageRequest { ModelPackageGroupName = "mine", SourceUri = "s3://b/k", CustomerMetadataProperties = new() { ["a"] = "b" } });
        aws.Call("AnyScaleFrontendService.RegisterScalableTarget", new RegisterScalableTargetRequest
        {
            ServiceNamespace = "sagemaker",
            ResourceId = "endpoint/media-ranker/variant/champion",
            ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
            MinCapacity = 1,
            MaxCapacity = 4,
        });
        aws.Call("GraniteServiceVersion20100801.PutMetricAlarm", new PutMetricAlarmRequest
        {
            AlarmName = "slow",
            Namespace = "AWS/SageMaker",
            MetricName = "ModelLatency",
            ExtendedStatistic = "p99",
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 1e9,
            ComparisonOperator = ComparisonOperator.GreaterThanThreshold,
        });
        aws.Call("GraniteServiceVersion20100801.SetAlarmState", new SetAlarmStateRequest { AlarmName = "slow", StateValue = StateValue.ALARM, StateReason = "by hand" });
        aws.SetWeights("search-embeddings", ("champion", 60), ("challenger", 40));
        aws.Simulation.Visit((world, now) =>
        {
            var topic = world.Topics.Create("mine");
            world.Topics.Subscribe(topic, "http", "http://127.0.0.1:9/hook", isRaw: false, now);
            world.Dashboards.Put(new Dashboard("board", "{}", now));
            return true;
        });
    }

    private static WorldRecord Recorded(Simulation simulation) => simulation.Visit((world, _) => WorldRecording.Of(world));

    private static string Text(WorldRecord record) => System.Text.Encoding.UTF8.GetString(StateFolder.Bytes(record));
}
