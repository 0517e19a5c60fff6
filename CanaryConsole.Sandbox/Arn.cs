namespace CanaryConsole.Sandbox;

/// <summary>The names of everything in the sandbox's one account and region.</summary>
internal static class Arn
{
    public const string Region = "eu-central-1";
    public const string Account = "123456789012";

    public static string Endpoint(string name) => SageMaker("endpoint", name);

    public static string EndpointConfig(string name) => SageMaker("endpoint-config", name);

    public static string Model(string name) => SageMaker("model", name);

    public static string InferenceExperiment(string name) => SageMaker("inference-experiment", name);

    public static string ModelPackageGroup(string name) => SageMaker("model-package-group", name);

    public static string ModelPackage(string group, int version) => ModelPackageName($"{group}/{version}");

    public static string ModelPackageName(string name) => SageMaker("model-package", name);

    public static string Alarm(string name) => $"arn:aws:cloudwatch:{Region}:{Account}:alarm:{name}";

    public static string Topic(string name) => $"arn:aws:sns:{Region}:{Account}:{name}";

    // Amazon keeps the names of SageMaker's resources in lower case inside their ARNs.
    private static string SageMaker(string kind, string name) => $"arn:aws:sagemaker:{Region}:{Account}:{kind}/{name.ToLowerInvariant()}";
}
