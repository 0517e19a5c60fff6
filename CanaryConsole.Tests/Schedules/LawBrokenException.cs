namespace CanaryConsole.Tests.Schedules;

/// <summary>Something that must hold in every schedule did not.</summary>
internal sealed class LawBrokenException(string message) : Exception(message);
