using CanaryConsole.Aws.SageMaker.Model;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>A member of Amazon's model that our type does not have.</summary>
internal sealed record LeftOutMember(Type Type, string Member);

/// <summary>
/// The members left out on purpose. Search answers with one shape that can hold every kind of resource SageMaker has; the console looks for
/// endpoints, models and packages only, and the shapes of training, pipelines, feature stores and scheduled monitoring would be more than all
/// others together. Members unknown to us are passed over when an answer is read.
/// </summary>
internal static class LeftOutMembers
{
    private static readonly LeftOutMember[] All =
    [
        .. new[]
        {
            "TrainingJob", "Experiment", "Trial", "TrialComponent", "Pipeline", "PipelineExecution", "PipelineVersion", "FeatureGroup",
            "FeatureMetadata", "Project", "HyperParameterTuningJob", "ModelCard", "Job",
        }.Select(member => new LeftOutMember(typeof(SearchRecord), member)),
        new(typeof(Endpoint), "MonitoringSchedules"),
        new(typeof(ModelDashboardModel), "MonitoringSchedules"),
        new(typeof(ModelDashboardModel), "LastBatchTransformJob"),
        new(typeof(ModelDashboardModel), "ModelCard"),
    ];

    public static bool Contains(Type type, string member) => All.Contains(new LeftOutMember(type, member));

    public static IEnumerable<LeftOutMember> Of(Type client) => All.Where(leftOut => leftOut.Type.Namespace == client.Namespace + ".Model");
}
