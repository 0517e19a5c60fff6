namespace CanaryConsole.Core.Serving;

/// <summary>Which models had traffic lately, by their names.</summary>
public interface IServedVersions
{
    /// <summary>How far back it looks.</summary>
    static readonly TimeSpan Reach = TimeSpan.FromDays(90);

    /// <exception cref="Storage.StoreException">The events could not be read.</exception>
    Task<ILookup<string, ServedStay>> ReadAsync(IReadOnlyList<string> endpoints, CancellationToken cancellationToken);
}

/// <summary>A time in which a model had traffic on an endpoint, without a break.</summary>
/// <param name="Until">Null while it lasts.</param>
/// <param name="Greatest">Its greatest share.</param>
public sealed record ServedStay(string Model, string Endpoint, DateTimeOffset From, DateTimeOffset? Until, Percentage Greatest);
