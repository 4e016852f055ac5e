namespace FsmKit.Http.Tests.Examples;

/// <summary>The examples of the guide to handlers that wait.</summary>
[GClass]
[Input<EvHttpRequest>]
internal sealed partial class Receiver : GObj
{
    private enum State : byte
    {
        /// <summary>Receiving.</summary>
        [On<EvHttpRequest>(nameof(AcReceive))]
        Serving,
    }

    public static void Query(GHttpServer server, IDatabase database)
    {
        server.AsyncHandler = async (request, response) =>
        {
            var rows = await database.Find(request.Path, request.Aborted);
            response.Headers.Add(KnownHeader.ContentType, "text/csv"u8);
            foreach (var row in rows)
            {
                if (!await response.WriteAsync(row))
                {
                    return;                             // the client is gone
                }
            }
        };
    }

    public static void Store(GHttpServer server, string place)
    {
        server.InspectHead = request =>
        {
            var isUpload = request.Method == KnownMethod.Put;
            (request.StreamsBody, request.MaxBodyBytes) = (isUpload, isUpload ? 10L << 30 : 100_000);
            return isUpload && !request.Headers.TryGet(KnownHeader.Authorization, out _) ? 401 : 0;
        };
        server.AsyncHandler = async (request, response) =>
        {
            await using (var file = File.Create(place))
            {
                await request.OpenBody().CopyToAsync(file);
            }

            response.Send(201, "text/plain"u8, "stored"u8);
        };
    }

    public static async Task Echo(HttpRequest request, HttpResponse response)
    {
        response.Headers.Add("X-Mode", "plain");                // goes with the 101
        var pipe = response.Upgrade("echo");
        await pipe.Input.CopyToAsync(pipe.Output);              // until the client ends its half
    }

    private void AcReceive(in EvHttpRequest e)
    {
        using (Gaplic.SynchronizationContext.Enter())
        {
            _ = Receive(e.Request, e.Response);     // after each await it is on the loop again
        }
    }

    private static async Task Receive(HttpRequest request, HttpResponse response)
    {
        await request.OpenBody().CopyToAsync(Stream.Null);
        response.Send("received"u8);
    }
}

/// <summary>Source of the rows of an example.</summary>
internal interface IDatabase
{
    Task<IEnumerable<byte[]>> Find(string path, CancellationToken cancellation);
}
