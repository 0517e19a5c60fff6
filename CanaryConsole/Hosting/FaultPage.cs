namespace CanaryConsole.Hosting;

/// <summary>What a browser gets when a page could not even be begun; faults within a page are caught by the page.</summary>
internal static class FaultPage
{
    public static WebApplication UseFaultPage(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync($"The console could not show {context.Request.Path}. The fault has been logged as {context.TraceIdentifier}; rollouts go on.");
            },
        });
        return app;
    }
}
