namespace CanaryConsole.Core.Gateway;

/// <summary>One request's place in the budget, given back when it is over. For one request, and so for one thread at a time.</summary>
public sealed class GatewayPass : IDisposable
{
    private readonly InFlightBudget _budget;
    private readonly EndpointTally _tally;
    private int _bytes;
    private bool _over;

    internal GatewayPass(InFlightBudget budget, EndpointTally tally)
    {
        (_budget, _tally) = (budget, tally);
        tally.Enter();
    }

    /// <summary>Takes room for that many more bytes of its body; false when the gateway is full.</summary>
    public bool TryTake(int bytes)
    {
        if (!_budget.TryTake(bytes))
        {
            return false;
        }

        _bytes += bytes;
        return true;
    }

    public void Dispose()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        _budget.GiveBack(_bytes);
        _budget.Leave();
        _tally.Leave();
    }
}
