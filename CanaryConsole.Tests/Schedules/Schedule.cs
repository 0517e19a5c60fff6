using CanaryConsole.Aws.SageMaker.Model;
using CanaryConsole.Core.Storage;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Tests.Schedules;

/// <summary>
/// One rollout in virtual time: the console's real engine on the sandbox's cloud, with whatever the seed makes go wrong, until all that was begun has come to an end.
/// The same seed tells the same story.
/// </summary>
internal sealed class Schedule : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ScheduleWorld _world;
    private readonly Replica?[] _replicas;
    private readonly SkewedClock[] _clocks;
    private readonly DateTimeOffset[] _startsAt;
    private readonly DateTimeOffset _start;
    private readonly Queue<Happening> _happenings;
    private readonly People _people;
    private bool _isInside;
    private int _lives;

    private Schedule(int seed, Action<IServiceCollection>? tamper)
    {
        _world = new ScheduleWorld(seed, tamper);
        _start = _world.Clock.GetUtcNow();
        _replicas = new Replica?[_world.Plan.Replicas];
        _clocks = [.. _replicas.Select(_ => new SkewedClock(_world.Clock))];
        _startsAt = [.. _replicas.Select(_ => _start)];
        _happenings = new Queue<Happening>(_world.Plan.Happenings);
        _people = new People(_world);
    }

    /// <summary>Plays a seed to its end and answers its story.</summary>
    /// <exception cref="LawBrokenException">With the seed and the whole story.</exception>
    public static async Task<string> RunAsync(int seed, Action<IServiceCollection>? tamper = null)
    {
        using var schedule = new Schedule(seed, tamper);
        try
        {
            await schedule.RunAsync();
            return schedule._world.Story.ToString();
        }
        catch (Exception broken)
        {
            throw new LawBrokenException(
                $"Seed {seed}: {(broken is LawBrokenException ? broken.Message : broken.ToString())}\nAgain with CANARYCONSOLE_SEED={seed} dotnet test --filter ScheduleTests\n{schedule._world.Story}");
        }
    }

    public void Dispose()
    {
        foreach (var replica in _replicas)
        {
            replica?.Dispose();
        }
    }

    private bool IsCalm => _world.Clock.GetUtcNow() >= _start + SchedulePlan.CalmAfter;

    private async Task RunAsync()
    {
        foreach (var (trouble, from) in _world.Weather.Spells.Select(spell => (spell.Trouble, spell.From)))
        {
            _world.Story.Tell($"there will be {trouble} from {(from - _start).TotalSeconds:0} s");
        }

        while (!IsOver())
        {
            Laws.Require(_world.Clock.GetUtcNow() < _start + LongEnough, $"Not over after {LongEnough.TotalMinutes} minutes: {_world.Laws.Active?.Phase}.");
            _world.Laws.Check();
            _world.Cloud.AdvanceTo(NextMoment());
            await StartReplicasAsync();
            await HappenAsync();
            for (var i = 0; i < _replicas.Length; i++)
            {
                if (_replicas[i] is { } replica && replica.NextTickAt <= _world.Clock.GetUtcNow())
                {
                    await TickAsync(i);
                }
            }

            await _people.SettleAsync(_replicas, IsCalm, Patience);
        }

        _world.Laws.Check();
        _people.Check();
        await _world.Laws.EndAsync();
    }

    private bool IsOver() => _people.HasStarted && _happenings.Count == 0 && _world.Laws.Active is null && _replicas.All(replica => replica is { HasUnsaved: false });

    private DateTimeOffset NextMoment()
    {
        var next = _happenings.TryPeek(out var happening) ? _start + happening.After : DateTimeOffset.MaxValue;
        for (var i = 0; i < _replicas.Length; i++)
        {
            var at = _replicas[i]?.NextTickAt ?? _startsAt[i];
            next = at < next ? at : next;
        }

        return next > _world.Clock.GetUtcNow() ? next : _world.Clock.GetUtcNow();
    }

    private async Task StartReplicasAsync()
    {
        for (var i = 0; i < _replicas.Length; i++)
        {
            if (_replicas[i] is null && _startsAt[i] <= _world.Clock.GetUtcNow())
            {
                var life = new Life($"console {i + 1} (life {++_lives})", _world.Story);
                _replicas[i] = new Replica(life, _world, _clocks[i]) { NextTickAt = _world.Clock.GetUtcNow() };
                life.Meanwhile = where => Interleave(life, where);
            }
        }

        if (!_people.HasStarted && _replicas.OfType<Replica>().FirstOrDefault() is { } first)
        {
            await _people.StartAsync(first);
            Bury();
        }
    }

    private async Task TickAsync(int index)
    {
        var replica = _replicas[index]!;
        var delay = TimeSpan.FromSeconds(5);
        try
        {
            delay = await replica.TickAsync();
        }
        catch (Exception failure) when (replica.Life.IsOver || failure is StoreException)
        {
            // A dead process does not look again; one that could not read the store tries again soon, as the hosted loop does.
        }

        replica.NextTickAt = _world.Clock.GetUtcNow() + delay + TimeSpan.FromMilliseconds(_world.Random.Next(500));
        Bury();
    }

    /// <summary>Another console's whole look, in the middle of this one's.</summary>
    private void Interleave(Life life, string where)
    {
        if (_isInside || where is not ("DescribeEndpoint" or "ListEndpoints" or "GetMetricData" or "Append"))
        {
            return;
        }

        _isInside = true;
        try
        {
            if (where is not "Append" && _replicas.OfType<Replica>().FirstOrDefault(replica => replica.Life == life) is { } own)
            {
                _people.InTheMiddle(own);
            }

            if (_replicas.Length > 1 && _world.Random.Next(30) == 0 && _replicas.OfType<Replica>().FirstOrDefault(replica => replica.Life != life && !replica.Life.IsOver) is { } other)
            {
                if (!IsCalm)
                {
                    _world.Story.Tell($"{other.Life.Name} looks while {life.Name} is at {where}");
                }

                var looking = other.TickAsync();
                Laws.Require(looking.IsCompleted, "A look waited for something although nothing takes time.");
            }
        }
        finally
        {
            _isInside = false;
        }
    }

    private void Bury()
    {
        for (var i = 0; i < _replicas.Length; i++)
        {
            if (_replicas[i] is { Life.IsOver: true } dead)
            {
                _people.Died(dead);
                dead.Dispose();
                _replicas[i] = null;
                _startsAt[i] = _world.Clock.GetUtcNow() + TimeSpan.FromSeconds(1 + _world.Random.Next(45));
            }
        }
    }

    private async Task HappenAsync()
    {
        while (_happenings.TryPeek(out var happening) && _start + happening.After <= _world.Clock.GetUtcNow())
        {
            _happenings.Dequeue();
            switch (happening)
            {
                case Happening.Command { Between: true } command:
                    _people.WaitForTheMiddle(command.Kind);
                    break;
                case Happening.Command command when _replicas.OfType<Replica>().LastOrDefault() is { } replica:
                    await _people.CommandAsync(replica, command.Kind);
                    break;
                case Happening.SecondStart when _replicas.OfType<Replica>().LastOrDefault() is { } replica:
                    await _people.StartAgainAsync(replica);
                    break;
                case Happening.Crash crash:
                    _replicas[crash.Replica % _replicas.Length]?.Life.DieAfter(crash.Steps);
                    break;
                case Happening.ClockJump jump:
                    _world.Story.Tell($"console {(jump.Replica % _replicas.Length) + 1}'s clock is set {jump.Skew.TotalSeconds:+0;-0} s off");
                    _clocks[jump.Replica % _replicas.Length].Skew = jump.Skew;
                    break;
                case Happening.OutsideWeights weights when _world.Laws.Active is not null:
                    FromOutside("SageMaker.UpdateEndpointWeightsAndCapacities", new UpdateEndpointWeightsAndCapacitiesRequest
                    {
                        EndpointName = SimulatedCloud.EndpointName,
                        DesiredWeightsAndCapacities = [
                            new DesiredWeightAndCapacity { VariantName = SimulatedCloud.Champion, DesiredWeight = (float)(1 - weights.Challenger) },
                            new DesiredWeightAndCapacity { VariantName = SimulatedCloud.Challenger, DesiredWeight = (float)weights.Challenger },
                        ],
                    });
                    break;
                case Happening.OutsideConfig when _world.Laws.Active is not null:
                    FromOutside("SageMaker.UpdateEndpoint", new UpdateEndpointRequest { EndpointName = SimulatedCloud.EndpointName, EndpointConfigName = SimulatedCloud.FirstConfig });
                    break;
                default:
                    break;
            }

            Bury();
        }
    }

    private void FromOutside(string target, object request)
    {
        try
        {
            _world.Cloud.Call<object>(target, request);
            _world.Story.Tell($"somebody outside: {target}");
        }
        catch (AwsErrorException refused)
        {
            _world.Story.Tell($"somebody outside: {target} refused, {refused.Message}");
        }
    }
}
