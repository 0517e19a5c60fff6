using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Core.Rollouts;

internal static partial class RolloutSamples
{
    public static readonly VariantScaling ChampionScaling = new(
        "champion", 2, 8, ScalingSuspension.None, [new ScalingPolicy("keep", "TargetTrackingScaling", """{"TargetValue":500}""")]);

    public static readonly EndpointPicture Picture = new(
        Start,
        "arn:aws:sagemaker:eu-central-1:123456789012:endpoint/media-ranker",
        "media-ranker-config",
        """{"EndpointConfigName":"media-ranker-config"}""",
        [new VariantDescription("champion", "media-ranker-v7", "ml.m5.xlarge", 1, 1, 2, 2)],
        [ChampionScaling],
        new Dictionary<string, string> { ["team"] = "media" });

    public static RolloutPlan SurroundedPlan(RollbackPolicy policy = RollbackPolicy.RemoveVariant, int? warm = null, bool keep = false, bool quarantine = false) =>
        Plan() with
        {
            ChampionModel = "media-ranker-v7",
            Surroundings = new RolloutSurroundings(policy, keep, warm, 2, MakeModel: false, "arn:package/media-ranker/8", "s3://models/8/model.tar.gz", quarantine),
        };

    /// <summary>Prepared whole: the picture taken, scaling at rest, the champion pinned at two instances.</summary>
    public static RolloutEvent[] PreparedWhole() =>
    [
        new RolloutEvent.PreparationStarted(),
        new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.PictureBefore, 1),
        new RolloutEvent.TaskEvent.PictureTaken(RolloutTask.PictureBefore, Picture),
        new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.SuspendScaling, 1),
        new RolloutEvent.TaskEvent.TaskDone(RolloutTask.SuspendScaling, "champion: at rest"),
        new RolloutEvent.TaskEvent.ChampionPinned(2, 2),
        new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.TagEndpoint, 1),
        new RolloutEvent.TaskEvent.TaskDone(RolloutTask.TagEndpoint, "canaryconsole:rollout"),
    ];

    public static RolloutEvent[] BakingWhole() => [.. PreparedWhole(), .. Baking()[1..]];

    public static RolloutEvent[] SoakingWhole() =>
        [.. BakingWhole(), new RolloutEvent.PromotionStarted("healthy"), new RolloutEvent.WeightsConfirmed(CanaryConsole.Core.Percentage.Whole, TimeSpan.Zero), new RolloutEvent.SoakStarted()];

    /// <summary>After a rollback by a guard; the challenger's variant is being taken away.</summary>
    private static RolloutEvent[] Restoring() =>
    [
        .. BakingWhole(),
        new RolloutEvent.RollbackStarted("breach", true, []),
        new RolloutEvent.TaskEvent.TrafficReturned(TimeSpan.FromSeconds(8)),
        new RolloutEvent.TaskEvent.RestorationStarted(RolloutPhase.RolledBack),
        new RolloutEvent.TaskEvent.TaskStarted(RolloutTask.RemoveChallenger, 1),
    ];
}
