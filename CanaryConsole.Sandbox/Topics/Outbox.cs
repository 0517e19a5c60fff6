namespace CanaryConsole.Sandbox.Topics;

/// <summary>E-mails that would have left the account; only the newest are kept, to be read here.</summary>
internal sealed class Outbox
{
    private const int Maximum = 1000;

    private readonly Queue<Email> _emails = new();

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Email> Emails => [.. _emails];

    /// <summary>How many there ever were, those that are not kept included.</summary>
    public int Count { get; private set; }

    public void Add(Email email)
    {
        Count++;
        _emails.Enqueue(email);
        if (_emails.Count > Maximum)
        {
            _emails.Dequeue();
        }
    }
}
