namespace CanaryConsole.Core.Guardrails;

/// <summary>What a sequential guardrail's evidence comes to at one look.</summary>
/// <param name="Now">ln M, provisional windows included.</param>
/// <param name="Peak">The greatest of ln M over all that is settled and after each window that may still change: a breach is a breach though the next window is better.</param>
/// <param name="Champion">The same for the champion by the same test; null where there is none.</param>
/// <param name="Against">The same for the challenger against the champion; null where there is none.</param>
/// <param name="CountsFrom">Requests before this moment do not speak: the share before, or a shared cause that is over.</param>
/// <param name="FromGateway">The gateway's evidence is the stronger one: its counts are what the evidence rests on.</param>
internal readonly record struct GuardReading(
    double Now, double Peak, double? Champion, double? Against, IReadOnlyList<EvidencePoint> Line, bool IsShared, DateTimeOffset CountsFrom, bool FromGateway);
