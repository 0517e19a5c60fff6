using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ResourceType(string value) : ConstantClass(value)
{
    public static readonly ResourceType TrainingJob = new("TrainingJob");
    public static readonly ResourceType Experiment = new("Experiment");
    public static readonly ResourceType ExperimentTrial = new("ExperimentTrial");
    public static readonly ResourceType ExperimentTrialComponent = new("ExperimentTrialComponent");
    public static readonly ResourceType Endpoint = new("Endpoint");
    public static readonly ResourceType Model = new("Model");
    public static readonly ResourceType ModelPackage = new("ModelPackage");
    public static readonly ResourceType ModelPackageGroup = new("ModelPackageGroup");
    public static readonly ResourceType Pipeline = new("Pipeline");
    public static readonly ResourceType PipelineExecution = new("PipelineExecution");
    public static readonly ResourceType FeatureGroup = new("FeatureGroup");
    public static readonly ResourceType FeatureMetadata = new("FeatureMetadata");
    public static readonly ResourceType Image = new("Image");
    public static readonly ResourceType ImageVersion = new("ImageVersion");
    public static readonly ResourceType Project = new("Project");
    public static readonly ResourceType HyperParameterTuningJob = new("HyperParameterTuningJob");
    public static readonly ResourceType ModelCard = new("ModelCard");
    public static readonly ResourceType PipelineVersion = new("PipelineVersion");
    public static readonly ResourceType Job = new("Job");

    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    public static implicit operator ResourceType(string value) => FindValue(value);
}
