namespace CanaryConsole.Sandbox.Containers;

/// <summary>An HTTP server on this machine that serves a model by SageMaker's contract: GET /ping and POST /invocations. Safe for threads.</summary>
internal sealed class Container(string name, Uri address)
{
    private volatile bool _answersPing;

    /// <summary>Its host name in the model, or "primary".</summary>
    public string Name { get; } = name;

    public Uri Address { get; } = address;

    public Uri Ping { get; } = Under(address, "ping");

    public Uri Invocations { get; } = Under(address, "invocations");

    /// <summary>Whether it answered its last ping. False until the first.</summary>
    public bool AnswersPing
    {
        get => _answersPing;
        set => _answersPing = value;
    }

    private static Uri Under(Uri address, string path) => new($"{address.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");
}
