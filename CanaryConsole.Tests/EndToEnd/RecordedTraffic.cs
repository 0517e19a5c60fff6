namespace CanaryConsole.Tests.EndToEnd;

/// <summary>An hour of a chat service's requests, which lies beside the repository where it is at hand at all.</summary>
internal static class RecordedTraffic
{
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        var path = System.IO.Path.GetFullPath("../shared/data/azure_llm/AzureLLMInferenceTrace_conv.csv", Checkout.Root);
        return File.Exists(path) ? path : null;
    }
}

/// <summary>Skipped with a reason where the recording is not at hand.</summary>
internal sealed class RecordedTrafficFactAttribute : FactAttribute
{
    public RecordedTrafficFactAttribute() =>
        Skip = RecordedTraffic.Path is null ? "../shared/data/azure_llm/AzureLLMInferenceTrace_conv.csv is not beside the repository." : null;
}
