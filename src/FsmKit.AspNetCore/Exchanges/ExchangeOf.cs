using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;

namespace FsmKit.AspNetCore;

/// <summary>An exchange of an application with this context. The application's context is kept, so that hosting reuses it for the next request.</summary>
internal sealed class ExchangeOf<TContext>(IHttpApplication<TContext> application, GAspNetServer server) : Exchange(server), IHostContextContainer<TContext>
    where TContext : notnull
{
    TContext? IHostContextContainer<TContext>.HostContext { get; set; }

    protected override void Run()
    {
        TContext context;
        Task task;
        try
        {
            context = application.CreateContext(this);
        }
        catch (Exception x)
        {
            // Without a context there is no application to tell.
            Conclude(x);
            Leave();
            return;
        }

        try
        {
            task = application.ProcessRequestAsync(context);
        }
        catch (Exception x)
        {
            task = Task.FromException(x);
        }

        if (!task.IsCompletedSuccessfully || HasCallbacks)
        {
            _ = Wait(context, task);
            return;
        }

        var failure = Dispose(context, Finished());
        Conclude(failure);
        Leave();
    }

    private async Task Wait(TContext context, Task task)
    {
        Exception? failure = null;
        try
        {
            // ConfigureAwait(true): callbacks of an application that was started on the loop run there too.
            await task.ConfigureAwait(true);
            await StartAsync().ConfigureAwait(true);
            failure = Finished();
        }
        catch (Exception x)
        {
            failure = x;
        }

        if (!HasCompletedCallbacks)
        {
            Conclude(Dispose(context, failure));
            Leave();
            return;
        }

        Conclude(failure);
        await TellCompleted().ConfigureAwait(true);
        Dispose(context, failure);
        Leave();
    }

    private Exception? Dispose(TContext context, Exception? failure)
    {
        ShowEnd(failure);
        try
        {
            application.DisposeContext(context, failure);
            return failure;
        }
        catch (Exception x)
        {
            return failure ?? x;
        }
    }
}
