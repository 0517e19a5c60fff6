namespace CanaryConsole.Core.Forecasts;

/// <summary>A time in which the challenger has one share.</summary>
/// <param name="Share">Above 0, at most 1.</param>
/// <param name="Windows">How many windows it lasts.</param>
/// <param name="Requests">The challenger's in one window; above 0.</param>
internal readonly record struct Exposure(double Share, int Windows, double Requests);
