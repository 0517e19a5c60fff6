namespace CanaryConsole.Core.Storage;

/// <summary>The outcome of checking every stream's hash chain.</summary>
/// <param name="Streams">How many streams were read.</param>
/// <param name="Events">How many events were read.</param>
/// <param name="Breaks">One sentence for each break, naming stream, version and what is wrong; at most 100.</param>
public sealed record ChainVerification(int Streams, long Events, IReadOnlyList<string> Breaks);
