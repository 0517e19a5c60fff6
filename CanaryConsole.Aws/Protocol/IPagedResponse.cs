namespace CanaryConsole.Aws.Protocol;

/// <summary>One page of a list.</summary>
public interface IPagedResponse
{
    /// <summary>Asks for the next page; null or empty on the last.</summary>
    string? NextToken { get; }
}
