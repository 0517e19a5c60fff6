namespace CanaryConsole.Core.Costs;

/// <summary>One stage before it is priced.</summary>
/// <param name="Watched">How many variants or fleets each look reads.</param>
/// <param name="Alarms">Standing alarms that the plan makes.</param>
internal sealed record CostPart(CostStage Stage, string Name, TimeSpan For, IReadOnlyList<FleetCost> Fleets, int Watched, int Alarms = 0, int? Step = null);
