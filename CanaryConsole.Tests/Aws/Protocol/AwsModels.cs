using System.Text.Json;

namespace CanaryConsole.Tests.Aws.Protocol;

/// <summary>Amazon's machine-readable models, where they lie beside the repository.</summary>
internal static class AwsModels
{
    public static string? Folder { get; } = Find();

    public static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, file)));

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "CanaryConsole.sln")))
            {
                var models = Path.Combine(at.FullName, "..", "shared", "aws-models");
                return Directory.Exists(models) ? models : null;
            }
        }

        return null;
    }
}

/// <summary>A theory that needs Amazon's models.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AwsModelsTheoryAttribute : TheoryAttribute
{
    public AwsModelsTheoryAttribute()
    {
        if (AwsModels.Folder is null)
        {
            Skip = "Amazon's API models are not beside the repository (../shared/aws-models).";
        }
    }
}
