using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Tests.Schedules;

/// <summary>Those who order something. Each order has a name of its own, so that it can be found in the events.</summary>
internal sealed class People(ScheduleWorld world)
{
    private readonly List<Order> _orders = [];
    private readonly Queue<string> _waiting = new();
    private DateTimeOffset? _waitingSince;

    /// <summary>The rollout the schedule is about has been begun, or cannot be.</summary>
    public bool HasStarted { get; private set; }

    public void WaitForTheMiddle(string kind) => _waiting.Enqueue(kind);

    /// <summary>Orders that come while a look is under way.</summary>
    public void InTheMiddle(Replica replica)
    {
        if (_waiting.TryDequeue(out var kind))
        {
            var ordering = CommandAsync(replica, kind);
            Laws.Require(ordering.IsCompleted, $"{kind} waited for something although nothing takes time.");
        }
    }

    public async Task StartAsync(Replica replica)
    {
        await OrderAsync(replica, "start", (rollouts, actor) => rollouts.StartAsync(world.Plan.Request, actor, CancellationToken.None));
        HasStarted = world.Laws.States.Count > 0;
        if (!HasStarted)
        {
            replica.NextTickAt = world.Clock.GetUtcNow() + TimeSpan.FromSeconds(5);
        }
    }

    public async Task StartAgainAsync(Replica replica)
    {
        if (world.Laws.Active is not { } active)
        {
            return;
        }

        var result = await OrderAsync(replica, "start again", (rollouts, actor) => rollouts.StartAsync(world.Plan.Request with { ChallengerVariant = "third" }, actor, CancellationToken.None));
        Laws.Require(result is not CommandResult.Accepted || world.Laws.Active?.Id != active.Id, "A second rollout was accepted on a held endpoint.");
    }

    public Task<CommandResult?> CommandAsync(Replica replica, string kind)
    {
        if (world.Laws.States.Values.LastOrDefault() is not { Id: var id })
        {
            return Task.FromResult<CommandResult?>(null);
        }

        return OrderAsync(replica, kind, (rollouts, actor) => kind switch
        {
            "pause" => rollouts.PauseAsync(id, "lunch", actor, CancellationToken.None),
            "resume" => rollouts.ResumeAsync(id, actor, CancellationToken.None),
            "promote" => rollouts.PromoteAsync(id, actor, CancellationToken.None),
            "move" => rollouts.MoveShareAsync(id, Math.Round(0.05 + (0.9 * world.Random.NextDouble()), 2), null, actor, CancellationToken.None),
            "rollback" => rollouts.RollBackAsync(id, "looks odd", actor, CancellationToken.None),
            "approve" => rollouts.ApproveAsync(id, null, null, actor, CancellationToken.None),
            "refuse" => rollouts.RefuseAsync(id, "not good enough", actor, CancellationToken.None),
            "skip" => rollouts.SkipStepAsync(id, null, actor, CancellationToken.None),
            "jump" => rollouts.JumpToStepAsync(id, world.Random.Next(3), null, actor, CancellationToken.None),
            "extend" => rollouts.ExtendBakeAsync(id, 1, null, actor, CancellationToken.None),
            "steps again" => rollouts.RestartStepsAsync(id, null, actor, CancellationToken.None),
            "adopt" => rollouts.AdoptAsync(id, actor, CancellationToken.None),
            "restore" => rollouts.RestoreAsync(id, actor, CancellationToken.None),
            "leave rest" => rollouts.LeaveRestAsync(id, "good enough", actor, CancellationToken.None),
            "cancel" => rollouts.CancelAsync(id, "not today", actor, CancellationToken.None),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        });
    }

    /// <summary>Once all is calm, somebody answers whatever waits for a person; whatever waits for nobody must go on by itself.</summary>
    public async Task SettleAsync(IReadOnlyList<Replica?> replicas, bool isCalm, TimeSpan patience)
    {
        var waits = isCalm && world.Laws.Active is { Paged: true } or { Phase: RolloutPhase.Paused or RolloutPhase.Blocked or RolloutPhase.AtGate or RolloutPhase.AwaitingApproval };
        _waitingSince = waits ? _waitingSince ?? world.Clock.GetUtcNow() : null;
        if (_waitingSince is not { } since || world.Clock.GetUtcNow() - since < patience || replicas.OfType<Replica>().LastOrDefault() is not { } replica)
        {
            return;
        }

        _waitingSince = null;
        await CommandAsync(replica, world.Laws.Active switch
        {
            { Phase: RolloutPhase.Paused, Divergence: not null } => world.Random.Next(3) switch { 0 => "adopt", 1 => "restore", _ => "rollback" },
            { Phase: RolloutPhase.Paused } => world.Random.Next(2) == 0 ? "resume" : "rollback",
            { Phase: RolloutPhase.AtGate } => world.Random.Next(3) > 0 ? "approve" : "rollback",
            { Phase: RolloutPhase.AwaitingApproval } => world.Random.Next(3) > 0 ? "approve" : "cancel",
            { Phase: RolloutPhase.Blocked, IsCold: true } => "leave rest",
            _ => "rollback",
        });
    }

    /// <summary>What a process had not written when it died is gone; only the way back may be accepted like that.</summary>
    public void Died(Replica replica)
    {
        foreach (var order in _orders.Where(order => order.Life == replica.Life && order.Result is CommandResult.Accepted && !IsStored(order)))
        {
            Laws.Require(order.Kind == "rollback", $"{order.Actor}'s {order.Kind} was accepted and died with the process.");
            order.Lost = true;
        }
    }

    public void Check()
    {
        foreach (var order in _orders)
        {
            var stored = world.Store.Log.Where(one => one.Actor == order.Actor).ToList();
            Laws.Require(order.Result is not CommandResult.Accepted || order.Lost || stored.Count > 0, $"{order.Actor}'s {order.Kind} was accepted, and no event tells of it.");
            Laws.Require(
                order.Result is not CommandResult.Refused { Kind: not RefusalKind.Unavailable } || stored.Count == 0, $"{order.Actor}'s {order.Kind} was refused, and {stored.FirstOrDefault()?.Type} was stored.");
            Laws.Require(stored.Select(one => one.Type).Distinct().Count() == stored.Count, $"{order.Actor}'s {order.Kind} was stored twice.");
        }
    }

    private bool IsStored(Order order) => world.Store.Log.Any(stored => stored.Actor == order.Actor);

    private async Task<CommandResult?> OrderAsync(Replica replica, string kind, Func<IRolloutService, string, Task<CommandResult>> give)
    {
        var order = new Order($"person-{_orders.Count + 1}", kind, replica.Life);
        _orders.Add(order);
        try
        {
            order.Result = await give(replica.Rollouts, order.Actor);
        }
        catch (Exception) when (replica.Life.IsOver)
        {
            // Whoever gave the order got no answer.
        }

        world.Story.Tell($"{order.Actor}: {kind} at {replica.Life.Name}: {order.Result switch { CommandResult.Accepted => "accepted", CommandResult.Refused refused => refused.Reason, _ => "no answer" }}");
        if (order.Result is CommandResult.Accepted)
        {
            replica.NextTickAt = world.Random.Next(3) > 0 ? world.Clock.GetUtcNow() : replica.NextTickAt;
        }

        return order.Result;
    }

    private sealed record Order(string Actor, string Kind, Life Life)
    {
        public CommandResult? Result { get; set; }

        public bool Lost { get; set; }
    }
}
