using Microsoft.JSInterop;

namespace CanaryConsole.Components.Controls.Rollouts.Wizard;

/// <summary>Drafts in the viewer's own browser.</summary>
internal sealed class BrowserDrafts(IJSRuntime browser) : IDraftStore, IAsyncDisposable
{
    private IJSObjectReference? _module;

    public async Task<OpenedDraft> OpenAsync(string? id) => await (await ModuleAsync()).InvokeAsync<OpenedDraft>("open", id);

    public async Task<bool?> KeepAsync(string id, string title, string text) => await (await ModuleAsync()).InvokeAsync<bool?>("keep", id, title, text);

    public async Task ForgetAsync(string id) => await (await ModuleAsync()).InvokeVoidAsync("forget", id);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone first, and its module with it.
        }
    }

    private async ValueTask<IJSObjectReference> ModuleAsync() => _module ??= await browser.InvokeAsync<IJSObjectReference>("import", "/js/drafts.js");
}
