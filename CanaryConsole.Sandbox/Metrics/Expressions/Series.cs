namespace CanaryConsole.Sandbox.Metrics.Expressions;

/// <summary>Datapoints of one series, oldest first.</summary>
internal sealed record Series(string Label, TimeSpan Period, IReadOnlyList<Datapoint> Points)
{
    public Series Map(Func<double, double> change) => With(Points.Select(point => point with { Value = change(point.Value) }));

    /// <summary>The same series with other datapoints; those without a value, as after a division by zero, are left out.</summary>
    public Series With(IEnumerable<Datapoint> points) => this with { Points = [.. points.Where(point => double.IsFinite(point.Value))] };

    /// <summary>Both series where both have a datapoint.</summary>
    public Series Zip(Series other, Func<double, double, double> combine)
    {
        var points = new List<Datapoint>();
        var i = 0;
        foreach (var point in other.Points)
        {
            while (i < Points.Count && Points[i].At < point.At)
            {
                i++;
            }

            if (i < Points.Count && Points[i].At == point.At)
            {
                points.Add(new Datapoint(point.At, combine(Points[i].Value, point.Value)));
            }
        }

        return (this with { Period = Period > other.Period ? Period : other.Period }).With(points);
    }
}
