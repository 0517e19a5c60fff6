using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Tests.Sandbox.Faults;

/// <summary>What faults do to the world, seen as a client sees it.</summary>
public sealed class FaultEffectTests
{
    private const string Endpoint = "search-embeddings";
    private const string Arn = "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/search-embeddings";
    private readonly LocalAws _aws = new();

    [Fact]
    public void HoldUpdating_AWeightShift_EndsWithTheFault()
    {
        var held = Start($"hold-updating endpoint={Endpoint}");
        _aws.SetWeights(Endpoint, ("champion", 50), ("challenger", 50));

        _aws.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal((EndpointStatus.Updating, 80), (_aws.Describe().EndpointStatus, _aws.Describe().ProductionVariants![0].CurrentWeight!.Value));

        End(held);
        _aws.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((EndpointStatus.InService, 50), (_aws.Describe().EndpointStatus, _aws.Describe().ProductionVariants![0].CurrentWeight!.Value));
    }

    [Fact]
    public void HoldUpdating_AnUpdateOfTheConfig_EndsWithTheFault()
    {
        var held = Start($"hold-updating endpoint={Endpoint}");
        Update();

        _aws.Time.Advance(TimeSpan.FromMinutes(5));
        _aws.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((EndpointStatus.Updating, "search-embeddings-config"), (_aws.Describe().EndpointStatus, _aws.Describe().EndpointConfigName));

        End(held);
        _aws.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((EndpointStatus.InService, "next"), (_aws.Describe().EndpointStatus, _aws.Describe().EndpointConfigName));
    }

    [Fact]
    public void HoldUpdating_WithAnEnd_EndsByItself()
    {
        Start($"hold-updating endpoint={Endpoint} for=60");
        _aws.SetWeights(Endpoint, ("champion", 50), ("challenger", 50));

        _aws.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(EndpointStatus.Updating, _aws.Describe().EndpointStatus);

        _aws.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(EndpointStatus.InService, _aws.Describe().EndpointStatus);
    }

    [Fact]
    public void RevertUpdates_AnUpdateOfTheConfig_IsInServiceOnTheOldOneWithoutAReason()
    {
        Start($"revert-updates endpoint={Endpoint}");
        Update();
        _aws.Time.Advance(TimeSpan.FromMinutes(5));

        var described = _aws.Describe();
        Assert.Equal((EndpointStatus.InService, "search-embeddings-config", null), (described.EndpointStatus, described.EndpointConfigName, described.FailureReason));
        Assert.Equal([80f, 20f], described.ProductionVariants!.Select(variant => variant.CurrentWeight!.Value));
    }

    [Fact]
    public void RevertUpdates_AWeightShift_IsInServiceOnTheOldWeights()
    {
        Start($"revert-updates endpoint={Endpoint}");
        _aws.SetWeights(Endpoint, ("champion", 50), ("challenger", 50));
        _aws.Time.Advance(TimeSpan.FromMinutes(1));

        var described = _aws.Describe();
        Assert.Equal(EndpointStatus.InService, described.EndpointStatus);
        Assert.Equal([(80f, 80f), (20f, 20f)], described.ProductionVariants!.Select(variant => (variant.CurrentWeight!.Value, variant.DesiredWeight!.Value)));
    }

    [Theory]
    [InlineData("in-progress", "ValidationException", $"Cannot update in-progress endpoint \"{Arn}\".")]
    [InlineData("resource-limit", "ResourceLimitExceeded", "The account-level service limit 'ml.m5.xlarge for endpoint usage' is 2 Instances, with current utilization of 2 Instances and a request delta of 1 Instances.")]
    public void RefuseUpdates_UntilItEnds_RefusesEach(string reason, string code, string message)
    {
        var fault = Start($"refuse-updates endpoint={Endpoint} reason={reason}");

        var refused = Assert.Throws<CanaryConsole.Sandbox.Protocol.AwsErrorException>(() => _aws.SetWeights(Endpoint, ("champion", 50)));
        Assert.Equal(code, refused.Code);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);

        End(fault);
        _aws.SetWeights(Endpoint, ("champion", 50));
    }

    [Fact]
    public void SystemUpdating_WhileItLasts_ServesAndCannotBeChanged()
    {
        var fault = Start($"system-updating endpoint={Endpoint}");

        Assert.Equal(EndpointStatus.SystemUpdating, _aws.Describe().EndpointStatus);
        Assert.Equal($"Cannot update in-progress endpoint \"{Arn}\".", Assert.Throws<CanaryConsole.Sandbox.Protocol.AwsErrorException>(() => _aws.SetWeights(Endpoint, ("champion", 50))).Message);
        Assert.StartsWith(
            "Cannot update in-progress endpoint",
            _aws.Refused("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = Endpoint, EndpointConfigName = $"{Endpoint}-config" }),
            StringComparison.Ordinal);
        _aws.Refused("SageMaker.DeleteEndpoint", new DeleteEndpointRequest { EndpointName = Endpoint });
        _aws.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(Requests(TimeSpan.FromMinutes(1)) > 1000);

        End(fault);
        Assert.Equal(EndpointStatus.InService, _aws.Describe().EndpointStatus);
    }

    [Fact]
    public void LateMetrics_HoldBackWhatIsMeasuredMeanwhile()
    {
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Start("late-metrics endpoint=search-embeddings seconds=120");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(0, Requests(TimeSpan.FromMinutes(1)));

        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Requests(TimeSpan.FromMinutes(3)) > 1000);
        Assert.Equal(0, Requests(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void PartialMetrics_TheNewestMinute_IsMadeWholeAMinuteLater()
    {
        Start("partial-metrics share=0.25");
        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        var at = _aws.Time.GetUtcNow();
        var partial = Requests(TimeSpan.FromMinutes(1));

        _aws.Time.Advance(TimeSpan.FromMinutes(1));
        var whole = Requests(TimeSpan.FromMinutes(2)) - Requests(TimeSpan.FromMinutes(1));

        Assert.InRange(partial / whole, 0.2, 0.3);
        Assert.Equal(at.AddMinutes(1), _aws.Time.GetUtcNow());
    }

    [Fact]
    public void MissingMetrics_TheGapStays()
    {
        var fault = Start("missing-metrics");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));
        _aws.Describe();
        End(fault);
        _aws.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Single(_aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(3), Endpoint));
    }

    [Fact]
    public void VariantFaults_ShowInItsMetricsAlone()
    {
        Start($"variant-errors endpoint={Endpoint} variant=challenger share=0.5");
        Start($"variant-latency endpoint={Endpoint} variant=challenger factor=3");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(Average("InvocationModelErrors", "challenger"), 0.4, 0.6);
        Assert.InRange(Average("InvocationModelErrors", "champion"), 0, 0.05);
        Assert.InRange(Average("ModelLatency", "challenger") / Average("ModelLatency", "champion"), 2, 5);
    }

    [Fact]
    public void EndpointFaults_ShowInTheMetricsOfEveryVariant()
    {
        _aws.Time.Advance(TimeSpan.FromMinutes(2));
        var before = Average("ModelLatency", "champion");
        Start($"endpoint-errors endpoint={Endpoint} share=0.5");
        Start($"endpoint-latency endpoint={Endpoint} factor=10");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(Average("InvocationModelErrors", "challenger"), 0.4, 0.6);
        Assert.InRange(Average("InvocationModelErrors", "champion"), 0.4, 0.6);
        Assert.InRange(Average("ModelLatency", "champion") / before, 8, 13);
    }

    [Fact]
    public void ClientErrors_AreFourHundreds_AndNoServerErrors()
    {
        Start($"client-errors endpoint={Endpoint} variant=challenger share=0.5");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(Average("Invocation4XXErrors", "challenger"), 0.4, 0.6);
        Assert.InRange(Average("Invocation5XXErrors", "challenger"), 0, 0.05);
        Assert.Equal(0, Average("Invocation4XXErrors", "champion"));
    }

    [Theory]
    [InlineData("cpu", "CPUUtilization", 350)]
    [InlineData("memory", "MemoryUtilization", 90)]
    public void VariantUtilization_ShowsOnItsInstancesAlone(string resource, string metric, double percent)
    {
        Start($"variant-utilization endpoint={Endpoint} variant=challenger resource={resource} percent={percent}");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.InRange(Utilization("challenger"), percent * 0.96, percent * 1.04);
        Assert.InRange(Utilization("champion"), 1, 60);

        double Utilization(string variant) =>
            _aws.Metric(metric, "Average", TimeSpan.FromMinutes(2), Endpoint, variant, ns: "/aws/sagemaker/Endpoints").Average();
    }

    [Fact]
    public void PinnedClients_GetTheirVariantWhateverItsWeight()
    {
        Start($"pinned-clients endpoint={Endpoint} variant=challenger share=0.5");
        _aws.Time.Advance(TimeSpan.FromMinutes(2));
        var challenger = _aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(2), Endpoint, "challenger").Sum();
        var champion = _aws.Metric("Invocations", "Sum", TimeSpan.FromMinutes(2), Endpoint).Sum();

        Assert.InRange(challenger / (challenger + champion), 0.57, 0.63);
    }

    private double Average(string metric, string variant) => _aws.Metric(metric, "Average", TimeSpan.FromMinutes(2), Endpoint, variant).Average();

    private double Requests(TimeSpan last) => _aws.Metric("Invocations", "Sum", last, Endpoint).Sum();

    private ActiveFault Start(string text) => _aws.Simulation.Visit((world, now) => world.Faults.Start(FaultParser.Parse(text), now));

    private void End(ActiveFault fault) => Assert.True(_aws.Simulation.Visit((world, _) => world.Faults.End(fault.Id)));

    private void Update()
    {
        _aws.CreateConfig("next", ("champion", "search-embeddings-v13", 1));
        _aws.Call("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = Endpoint, EndpointConfigName = "next" });
    }
}
