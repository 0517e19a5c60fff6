using System.Text;
using CanaryConsole.Sandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>The links in SNS's messages: whoever holds one may follow it without credentials.</summary>
internal sealed class SubscriptionLinks(TypedQueryProtocol topics, MessageSigner signer)
{
    public static bool IsOne(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && ((request.Path == "/" && request.Query["Action"] is [("ConfirmSubscription" or "Unsubscribe")]) || request.Path == Courier.CertificatePath);

    public Task AnswerAsync(HttpContext context) => context.Request.Path == Courier.CertificatePath
        ? Answer.BytesAsync(context, "application/x-pem-file", Encoding.ASCII.GetBytes(signer.CertificatePem))
        : topics.AnswerAsync(context, new FormCollection(context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value)));
}
