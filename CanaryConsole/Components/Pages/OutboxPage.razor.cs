using CanaryConsole.Presentation.Sandbox;

namespace CanaryConsole.Components.Pages;

/// <summary>The e-mails that the local AWS would have sent.</summary>
public sealed partial class OutboxPage
{
    private IReadOnlyList<EmailRow> _rows = [];
    private int _count;

    private string Subscribe =>
        $"aws --endpoint-url {Desk.Address.GetLeftPart(UriPartial.Authority)} sns subscribe --topic-arn arn:aws:sns:eu-central-1:123456789012:canaryconsole-alerts --protocol email --notification-endpoint you@example.com";

    protected override void Project()
    {
        _rows = [.. (View.Emails?.Newest ?? []).Select(EmailRow.Of)];
        _count = View.Emails?.Count ?? 0;
    }

    private Task LookAsync() => Desk.LookAsync(Disposed);
}
