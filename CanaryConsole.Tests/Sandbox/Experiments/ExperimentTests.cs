using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Sandbox.Experiments;

public sealed class ExperimentTests
{
    private static readonly TimeSpan Fleet = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(8);

    private readonly LocalAws _aws = new();

    [Fact]
    public void Create_WithoutASchedule_StartsAtOnceAndRunsForSevenDays()
    {
        Create();
        Assert.Equal(InferenceExperimentStatus.Creating, Describe().Status);

        _aws.Time.Advance(Brief);
        Assert.Equal((InferenceExperimentStatus.Starting, EndpointStatus.Updating), (Describe().Status, _aws.Describe("media-ranker").EndpointStatus));

        _aws.Time.Advance(Fleet);
        var running = Describe();
        Assert.Equal((InferenceExperimentStatus.Running, "shadow-test-EpConfig-1"), (running.Status, running.EndpointMetadata!.EndpointConfigName));
        Assert.Equal(TimeSpan.FromDays(7), running.Schedule!.EndTime!.Value - running.Schedule.StartTime!.Value);
        Assert.Equal([ModelVariantStatus.InService, ModelVariantStatus.InService], running.ModelVariants!.Select(variant => variant.Status));
        Assert.Equal(0.3f, Assert.Single(_aws.Describe("media-ranker").ShadowProductionVariants!).CurrentWeight);
    }

    [Fact]
    public void Schedule_ItsEnd_CompletesAndTakesTheShadowAway()
    {
        Create();
        Run();
        _aws.Time.Advance(TimeSpan.FromDays(8));
        _aws.Describe("media-ranker");
        _aws.Time.Advance(Fleet);

        Assert.Equal(InferenceExperimentStatus.Completed, Describe().Status);
        Assert.Equal(ModelVariantStatus.Deleted, Describe().ModelVariants![1].Status);
        Assert.Null(_aws.Describe("media-ranker").ShadowProductionVariants);
        Assert.Equal("champion", Assert.Single(_aws.Describe("media-ranker").ProductionVariants!).VariantName);
    }

    [Fact]
    public void Schedule_InTheFuture_WaitsInCreated()
    {
        var start = _aws.Time.GetUtcNow().UtcDateTime + TimeSpan.FromHours(2);
        Create(new InferenceExperimentSchedule { StartTime = start, EndTime = start + TimeSpan.FromHours(1) });
        _aws.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(InferenceExperimentStatus.Created, Describe().Status);

        _aws.Time.Advance(TimeSpan.FromHours(2));
        Assert.NotEqual(InferenceExperimentStatus.Created, Describe().Status);
    }

    [Theory]
    [InlineData("Retain", "Remove", "champion", "media-ranker-v7", false)]
    [InlineData("Remove", "Promote", "shadow", "media-ranker-v8", false)]
    [InlineData("Retain", "Retain", "champion", "media-ranker-v7", true)]
    public void Stop_ByActions_LeavesTheEndpointAsTold(string source, string shadow, string variant, string model, bool hasShadow)
    {
        Create();
        Run();
        Stop(source, shadow, "seen enough");
        Assert.Equal(InferenceExperimentStatus.Stopping, Describe().Status);
        _aws.Time.Advance(Fleet);

        var ended = Describe();
        Assert.Equal((InferenceExperimentStatus.Completed, "seen enough"), (ended.Status, ended.StatusReason));
        Assert.NotNull(ended.CompletionTime);
        var endpoint = _aws.Describe("media-ranker");
        Assert.Equal(variant, Assert.Single(endpoint.ProductionVariants!).VariantName);
        Assert.Equal(hasShadow, endpoint.ShadowProductionVariants is not null);
        Assert.Equal(model, _aws.Simulation.Visit((world, _) => world.Endpoints.Find("media-ranker").Variants[0].Model.Name));
    }

    [Fact]
    public void Stop_ActionsThatDoNotGoTogether_AreRefused()
    {
        Create();
        Run();

        Assert.Contains("do not go together", _aws.Refused("SageMaker.StopInferenceExperiment", StopRequest("Promote", "Remove")), StringComparison.Ordinal);
        Assert.Equal(InferenceExperimentStatus.Running, Describe().Status);
    }

    [Fact]
    public void Stop_BeforeItStarted_CancelsWithoutTouchingTheEndpoint()
    {
        var start = _aws.Time.GetUtcNow().UtcDateTime + TimeSpan.FromHours(2);
        Create(new InferenceExperimentSchedule { StartTime = start });
        _aws.Time.Advance(Brief);
        Stop("Retain", "Remove", null);

        Assert.Equal((InferenceExperimentStatus.Cancelled, "media-ranker-config"), (Describe().Status, _aws.Describe("media-ranker").EndpointConfigName));
        _aws.Call("SageMaker.DeleteInferenceExperiment", new DeleteInferenceExperimentRequest { Name = "shadow-test" });
        Assert.Equal("The inference experiment shadow-test does not exist.", _aws.Refused("SageMaker.DescribeInferenceExperiment", new DescribeInferenceExperimentRequest { Name = "shadow-test" }));
    }

    [Fact]
    public void Shadow_ThatNeverAnswersPing_CancelsTheExperiment()
    {
        Create(shadowModel: "media-ranker-v12");
        _aws.Time.Advance(Brief);
        _aws.Describe("media-ranker");
        _aws.Time.Advance(Fleet);

        var cancelled = Describe();
        Assert.Equal((InferenceExperimentStatus.Cancelled, "media-ranker-config"), (cancelled.Status, cancelled.EndpointMetadata!.EndpointConfigName));
        Assert.Equal("The endpoint did not change to the configuration shadow-test-EpConfig-1.", cancelled.StatusReason);
    }

    [Fact]
    public void Start_WhileTheEndpointIsUpdated_WaitsForItsEnd()
    {
        Create();
        _aws.SetWeights("media-ranker", ("champion", 2));
        _aws.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(InferenceExperimentStatus.Creating, Describe().Status);
        _aws.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((InferenceExperimentStatus.Starting, EndpointStatus.Updating), (Describe().Status, _aws.Describe("media-ranker").EndpointStatus));
    }

    [Fact]
    public void Update_TheSamplingWhileRunning_ChangesTheEndpoint()
    {
        Create();
        Run();
        _aws.Call("SageMaker.UpdateInferenceExperiment", new UpdateInferenceExperimentRequest { Name = "shadow-test", ShadowModeConfig = Shadowing(80) });
        Assert.Equal(InferenceExperimentStatus.Updating, Describe().Status);
        _aws.Time.Advance(Fleet);

        Assert.Equal(InferenceExperimentStatus.Running, Describe().Status);
        Assert.Equal(0.8f, Assert.Single(_aws.Describe("media-ranker").ShadowProductionVariants!).CurrentWeight);
    }

    [Fact]
    public void Delete_WhileRunning_IsAConflict()
    {
        Create();
        Run();

        Assert.Contains("cannot be deleted while it is Running", _aws.Refused("SageMaker.DeleteInferenceExperiment", new DeleteInferenceExperimentRequest { Name = "shadow-test" }), StringComparison.Ordinal);
        Assert.Contains("is in use by the inference experiment", _aws.Refused("SageMaker.CreateInferenceExperiment", Request("other", null, "media-ranker-v8")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(31 * 24 * 60)]
    public void Schedule_TooShortOrTooLong_IsRefused(int minutes)
    {
        var start = _aws.Time.GetUtcNow().UtcDateTime;

        Assert.EndsWith(
            "must be from 1 hour to 30 days long.",
            _aws.Refused("SageMaker.CreateInferenceExperiment", Request("x", new InferenceExperimentSchedule { StartTime = start, EndTime = start + TimeSpan.FromMinutes(minutes) }, "media-ranker-v8")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void List_ByStatus_ListsOnlyThose()
    {
        Create();
        Run();

        Assert.Equal("shadow-test", Assert.Single(List(InferenceExperimentStatus.Running)).Name);
        Assert.Empty(List(InferenceExperimentStatus.Completed));
    }

    private List<InferenceExperimentSummary> List(InferenceExperimentStatus status) => _aws.Call<ListInferenceExperimentsResponse>(
        "SageMaker.ListInferenceExperiments", new ListInferenceExperimentsRequest { StatusEquals = status }).InferenceExperiments!;

    private void Create(InferenceExperimentSchedule? schedule = null, string shadowModel = "media-ranker-v8") =>
        _aws.Call("SageMaker.CreateInferenceExperiment", Request("shadow-test", schedule, shadowModel));

    private void Run()
    {
        _aws.Time.Advance(Brief);
        _aws.Describe("media-ranker");
        _aws.Time.Advance(Fleet);
        Assert.Equal(InferenceExperimentStatus.Running, Describe().Status);
    }

    private void Stop(string source, string shadow, string? reason)
    {
        var request = StopRequest(source, shadow);
        request.Reason = reason;
        _aws.Call("SageMaker.StopInferenceExperiment", request);
    }

    private static StopInferenceExperimentRequest StopRequest(string source, string shadow) => new()
    {
        Name = "shadow-test",
        ModelVariantActions = new Dictionary<string, ModelVariantAction> { ["champion"] = new(source), ["shadow"] = new(shadow) },
    };

    private DescribeInferenceExperimentResponse Describe() =>
        _aws.Call<DescribeInferenceExperimentResponse>("SageMaker.DescribeInferenceExperiment", new DescribeInferenceExperimentRequest { Name = "shadow-test" });

    private static CreateInferenceExperimentRequest Request(string name, InferenceExperimentSchedule? schedule, string shadowModel) => new()
    {
        Name = name,
        Type = InferenceExperimentType.ShadowMode,
        Schedule = schedule,
        RoleArn = "arn:aws:iam::123456789012:role/sagemaker-execution",
        EndpointName = "media-ranker",
        ModelVariants = [Variant("champion", "media-ranker-v7"), Variant("shadow", shadowModel)],
        ShadowModeConfig = Shadowing(30),
    };

    private static ShadowModeConfig Shadowing(int percentage) => new()
    {
        SourceModelVariantName = "champion",
        ShadowModelVariants = [new ShadowModelVariantConfig { ShadowModelVariantName = "shadow", SamplingPercentage = percentage }],
    };

    private static ModelVariantConfig Variant(string name, string model) => new()
    {
        VariantName = name,
        ModelName = model,
        InfrastructureConfig = new ModelInfrastructureConfig
        {
            InfrastructureType = ModelInfrastructureType.RealTimeInference,
            RealTimeInferenceConfig = new RealTimeInferenceConfig { InstanceType = ProductionVariantInstanceType.MlM5Xlarge, InstanceCount = 2 },
        },
    };
}
