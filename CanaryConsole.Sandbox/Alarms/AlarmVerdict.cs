using CanaryConsole.Aws.CloudWatch;

namespace CanaryConsole.Sandbox.Alarms;

/// <summary>The state the judged periods give; null where the alarm stays as it is.</summary>
/// <param name="Judged">The real datapoints it stands on, oldest first.</param>
/// <param name="Filled">How many missing datapoints were filled in as the alarm says.</param>
internal sealed record AlarmVerdict(StateValue? State, IReadOnlyList<AlarmPoint> Judged, int Filled);
