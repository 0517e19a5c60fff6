namespace CanaryConsole.Sandbox.Containers;

/// <summary>An HTTP server on this machine that serves a model by SageMaker's contract: GET /ping and POST /invocations. Safe for threads.</summary>
internal sealed class Container(string name, Uri address)
{
    // One ping missed while a model server collects its garbage does not make it unhealthy.
    private const int MostMissed = 3;

    private volatile bool _answersPing;
    private int _missed;

    /// <summary>Its host name in the model, or "primary".</summary>
    public string Name { get; } = name;

    public Uri Address { get; } = address;

    public Uri Ping { get; } = Under(address, "ping");

    public Uri Invocations { get; } = Under(address, "invocations");

    /// <summary>Whether it passes its health check: from the first ping it answers until it misses several in a row.</summary>
    public bool AnswersPing => _answersPing;

    public void Report(bool answered)
    {
        if (answered)
        {
            _answersPing = true;
            Interlocked.Exchange(ref _missed, 0);
        }
        else if (Interlocked.Increment(ref _missed) >= MostMissed)
        {
            _answersPing = false;
        }
    }

    private static Uri Under(Uri address, string path) => new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");
}
