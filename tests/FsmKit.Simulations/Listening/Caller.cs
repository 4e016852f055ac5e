using System.Net.Sockets;
using System.Text;
using FsmKit.Net.Listening;

namespace FsmKit.Simulations.Listening;

/// <summary>Waits for connections of a listener, gives up in between, and greets each client.</summary>
internal sealed class Caller(World world, SocketListener listener)
{
    /// <summary>How many connections it has got.</summary>
    public int Served { get; private set; }

    /// <summary>Whether it has heard that the listener is closed.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether it waits for a connection.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Since when it does not.</summary>
    public TimeSpan WaitedUntil { get; private set; }

    /// <summary>Calls until the listener is closed.</summary>
    public void Start() => _ = Run();

    private async Task Run()
    {
        while (!IsOver)
        {
            try
            {
                var (connection, source) = await Wait();
                Served++;
                await Greet(connection, (int)source!);
            }
            catch (OperationCanceledException)
            {
                await Pause();
            }
            catch (SocketException x)
            {
                world.Check(x.SocketErrorCode == SocketError.TooManyOpenSockets, $"A caller hears of {x.SocketErrorCode}.");
                await Pause();
            }
            catch (ObjectDisposedException)
            {
                world.Check(listener.IsClosed, "A listener that is not closed says that it is.");
                IsOver = true;
            }
        }
    }

    private async Task<(SocketConnection Connection, object? Source)> Wait()
    {
        var patience = new CancellationTokenSource();
        if (world.Choose())
        {
            world.After(TimeSpan.FromMilliseconds(world.Choose(0, 1, 20, 100)), () => Outside.Run(patience.Cancel));
        }

        IsWaiting = true;
        try
        {
            return await listener.AcceptAsync(patience.Token);
        }
        finally
        {
            (IsWaiting, WaitedUntil) = (false, world.Elapsed);
        }
    }

    private async Task Greet(SocketConnection connection, int port)
    {
        await Pause();
        ((WorldSocket)connection.Socket).Greet(Encoding.ASCII.GetBytes(Guest.Greeting(port)));
        await Pause();
        await connection.DisposeAsync();
    }

    private Task Pause() => Task.Delay(TimeSpan.FromMilliseconds(world.Choose(1, 30)), world.Time);
}
