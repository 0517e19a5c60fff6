using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CanaryConsole.Sandbox.Topics;

/// <summary>Signs envelopes as SNS does in version 2, by a key of this run; whoever checks finds the certificate under the sandbox's own address.</summary>
internal sealed class MessageSigner : IDisposable
{
    private static readonly string[] Signed = ["Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public MessageSigner(DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=sns.amazonaws.com", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
    }

    public string CertificatePem => _certificate.ExportCertificatePem();

    public string Sign(IReadOnlyDictionary<string, object> members)
    {
        var text = new StringBuilder();
        foreach (var name in Signed)
        {
            if (members.TryGetValue(name, out var value))
            {
                text.Append(name).Append('\n').Append(value).Append('\n');
            }
        }

        return Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text.ToString()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
