namespace CanaryConsole.Core.Registry;

/// <summary>What lies in S3 cannot become a version; never leaves this folder.</summary>
internal sealed class FolderProblemException(string field, string reason) : Exception(reason)
{
    public string Field => field;
}
