using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Scaling;
using CanaryConsole.Sandbox.Traffic;

namespace CanaryConsole.Sandbox;

/// <summary>
/// The world and its clock. Whoever looks at the world first brings it up to the present, so that what is read is exact at every moment and depends on no timer.
/// </summary>
internal sealed class Simulation
{
    /// <summary>How much is lived through after the clock jumped or the process slept; what is older is skipped.</summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly World _world;
    private readonly IReadOnlyList<UserTraffic> _traffic;
    private readonly TimeProvider _time;
    private DateTimeOffset _present;
    private DateTimeOffset _quietUntil;
    private bool _isAfflicted;

    public Simulation(World world, IReadOnlyList<UserTraffic> traffic, TimeProvider time, TimeSpan history)
    {
        (_world, _traffic, _time) = (world, traffic, time);
        var now = time.GetUtcNow();
        _present = now - history;
        LiveUntil_NeedsLock(now);
    }

    /// <summary>Looks at the world, or changes it, as it is now.</summary>
    public T Visit<T>(Func<World, DateTimeOffset, T> visit)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if ((now - _present).Duration() > CatchUp)
            {
                _present = now - (now > _present ? CatchUp : TimeSpan.Zero);
                FinishChanges_NeedsLock();
            }

            LiveUntil_NeedsLock(now);
            try
            {
                return visit(_world, now);
            }
            finally
            {
                Afflict_NeedsLock(now);
                _quietUntil = NextMoment_NeedsLock(DateTimeOffset.MaxValue);
            }
        }
    }

    /// <summary>
    /// Looks at the world without living through the simulated users' last moments, unless something has become due since. It costs next to nothing however large the world is,
    /// which an invocation needs: there may be thousands a second. It must not change what an endpoint is busy with.
    /// </summary>
    public T Glance<TArgument, T>(TArgument argument, Func<World, DateTimeOffset, TArgument, T> visit)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            if (now >= _present && now < _quietUntil)
            {
                return visit(_world, now, argument);
            }
        }

        return Visit((world, now) => visit(world, now, argument));
    }

    private void LiveUntil_NeedsLock(DateTimeOffset now)
    {
        while (_present < now)
        {
            var next = NextMoment_NeedsLock(now);
            foreach (var traffic in _traffic)
            {
                if (_world.Endpoints.TryFind(traffic.EndpointName, out var endpoint))
                {
                    traffic.Run(endpoint, _present, next, _world);
                }
            }

            _present = next;
            FinishChanges_NeedsLock();
            if (_present.UtcTicks % MetricSeries.FinePeriod.Ticks == 0)
            {
                _world.Recorder.RecordUtilization(_world.Endpoints.All, _present);
                _world.Metrics.AdvanceTo(_present);
                _world.Alarms.Evaluate(_present);
                FinishChanges_NeedsLock();
                Autoscaler.Run(_world, _present);
            }
        }

        _world.Metrics.AdvanceTo(now);
    }

    // The end of the ten seconds, or the moment an endpoint changes if that comes first: traffic between two moments sees one set of weights.
    private DateTimeOffset NextMoment_NeedsLock(DateTimeOffset now)
    {
        var next = Time.Earlier(now, Time.Floor(_present, MetricSeries.FinePeriod) + MetricSeries.FinePeriod);
        foreach (var endpoint in _world.Endpoints.All)
        {
            if (endpoint.NextDueAt is { } due && due > _present)
            {
                next = Time.Earlier(next, due);
            }
        }

        foreach (var experiment in _world.Experiments.All)
        {
            if (experiment.NextDueAt is { } due && due > _present)
            {
                next = Time.Earlier(next, due);
            }
        }

        return Time.Earlier(next, _world.Faults.NextEnd(_present));
    }

    // An endpoint does not look for faults; it is told when they come and when they go.
    private void Afflict_NeedsLock(DateTimeOffset at)
    {
        if (_world.Faults.IsQuiet && !_isAfflicted)
        {
            return;
        }

        _world.Faults.Forget(at);
        foreach (var endpoint in _world.Endpoints.All)
        {
            endpoint.Suffer(_world.Faults.Of(endpoint.Name, at));
        }

        _isAfflicted = !_world.Faults.IsQuiet;
    }

    private void FinishChanges_NeedsLock()
    {
        Afflict_NeedsLock(_present);
        foreach (var endpoint in _world.Endpoints.All)
        {
            endpoint.AdvanceTo(_present, _world.Alarms.IsInAlarm);
        }

        foreach (var experiment in _world.Experiments.All)
        {
            experiment.AdvanceTo(_world, _present);
        }

        foreach (var deleted in _world.Endpoints.All.Where(endpoint => endpoint.IsDeleted).ToList())
        {
            _world.Endpoints.Remove(deleted.Name);
            _world.Tags.Remove(deleted.Arn);
            Autoscaler.Forget(_world, deleted);
        }
    }
}
