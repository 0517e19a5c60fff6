namespace CanaryConsole.Tests.EndToEnd;

/// <summary>These run on fast clocks and want the processors for themselves: after all other tests, one after the other.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
