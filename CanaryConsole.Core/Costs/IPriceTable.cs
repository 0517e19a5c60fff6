namespace CanaryConsole.Core.Costs;

/// <summary>Prices as the file and the console's own list give them; never a guess for what neither has.</summary>
public interface IPriceTable
{
    IReadOnlyList<Price> All { get; }

    /// <summary>The price in the console's region, else the one that holds everywhere, else that of another region, which its row says; null where none is known.</summary>
    Price? Find(string item);
}
