namespace CanaryConsole.Core.Gateway;

/// <summary>The counts of one second.</summary>
/// <param name="Errors">5xx answers and model errors, each request once.</param>
/// <param name="Pinned">Requests whose caller named the variant.</param>
internal readonly record struct SecondTally(int Requests, int Errors, int ClientErrors, int ServerErrors, int ModelErrors, int Pinned)
{
    public SecondTally Plus(InvocationStatus status, bool isPinned)
    {
        var isModel = status is InvocationStatus.ModelError or InvocationStatus.ModelClientError or InvocationStatus.ModelServerError;
        var isServer = status is InvocationStatus.ServerError or InvocationStatus.ModelServerError;
        return new SecondTally(
            Requests + 1,
            Errors + (isModel || isServer ? 1 : 0),
            ClientErrors + (status is InvocationStatus.ClientError or InvocationStatus.ModelClientError ? 1 : 0),
            ServerErrors + (isServer ? 1 : 0),
            ModelErrors + (isModel ? 1 : 0),
            Pinned + (isPinned ? 1 : 0));
    }
}
