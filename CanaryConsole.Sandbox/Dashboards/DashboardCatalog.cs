using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Dashboards;

internal sealed class DashboardCatalog
{
    private const int Maximum = 500;

    private readonly SortedDictionary<string, Dashboard> _dashboards = new(StringComparer.Ordinal);

    public IReadOnlyList<Dashboard> All => [.. _dashboards.Values];

    public void Put(Dashboard dashboard)
    {
        if (!_dashboards.ContainsKey(dashboard.Name) && _dashboards.Count >= Maximum)
        {
            throw new AwsErrorException("LimitExceeded", $"The limit of {Maximum} dashboards is reached.");
        }

        _dashboards[dashboard.Name] = dashboard;
    }

    public Dashboard Find(string name) => _dashboards.TryGetValue(name, out var dashboard)
        ? dashboard
        : throw new AwsErrorException("ResourceNotFound", $"Dashboard {name} does not exist", 404);

    /// <summary>Deletes all of them, or none if one does not exist.</summary>
    public void Delete(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Find(name);
        }

        foreach (var name in names)
        {
            _dashboards.Remove(name);
        }
    }
}
