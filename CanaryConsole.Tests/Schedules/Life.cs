namespace CanaryConsole.Tests.Schedules;

/// <summary>
/// One run of a console process, from its start to its death. Every call it makes to the outside passes here before and after: that is where it may die,
/// and once dead nothing it still tries gets out. Where nothing of its own is half done, others may act in between.
/// </summary>
internal sealed class Life(string name, Story story)
{
    private int? _stepsLeft;

    public string Name { get; } = name;

    public bool IsOver { get; private set; }

    /// <summary>What others do while a call of this process is under way.</summary>
    public Action<string>? Meanwhile { get; set; }

    public void DieAfter(int steps) => _stepsLeft ??= steps;

    public void Kill(string why)
    {
        if (!IsOver)
        {
            IsOver = true;
            story.Tell($"{Name} dies {why}");
        }
    }

    /// <exception cref="DeadException">The process is no more.</exception>
    public void Step(string where)
    {
        if (!IsOver && _stepsLeft is { } left)
        {
            _stepsLeft = left - 1;
            if (left <= 0)
            {
                Kill(where);
            }
        }

        if (IsOver)
        {
            throw new DeadException();
        }
    }

    /// <summary>Nobody catches this: the process that would is gone.</summary>
    public sealed class DeadException() : Exception("This process is dead.");
}
