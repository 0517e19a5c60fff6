namespace CanaryConsole.Core.Readiness;

/// <summary>What served when the rollout was planned, and must be able to again.</summary>
/// <param name="ConfigName">The endpoint configuration at that time.</param>
/// <param name="ChampionInstances">The champion's instances at that time, which carried all of its traffic; 0 for a serverless variant.</param>
public sealed record ReadinessBasis(string ConfigName, int ChampionInstances);
