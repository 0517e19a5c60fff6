using System.Globalization;

namespace CanaryConsole.Tests.Schedules;

/// <summary>What happened in one schedule, line by line with the cloud's time: faults, commands, deaths, events. A failing seed prints it.</summary>
internal sealed class Story(TimeProvider clock)
{
    private const int MaximumLines = 2_000;
    private const int MaximumWidth = 240;

    private readonly DateTimeOffset _start = clock.GetUtcNow();
    private readonly List<string> _lines = [];

    public void Tell(string line)
    {
        if (_lines.Count < MaximumLines)
        {
            _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{(clock.GetUtcNow() - _start).TotalSeconds,8:0.0} s  {(line.Length > MaximumWidth ? line[..MaximumWidth] : line)}"));
        }
    }

    public override string ToString() => string.Join('\n', _lines);
}
