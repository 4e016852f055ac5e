using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>A gclass that answers uploads with their length, and reads them while they come.</summary>
[GClass]
[Input<EvHttpRequest>]
internal sealed partial class Uploads : GObj
{
    private enum State : byte
    {
        /// <summary>Receiving uploads.</summary>
        [On<EvHttpRequest>(nameof(AcReceive))]
        Serving,
    }

    /// <summary>Number of bytes of all uploads.</summary>
    public long Bytes { get; private set; }

    /// <summary>Number of uploads that were cut off.</summary>
    public int CutOff { get; private set; }

    // Under the loop's context: code after an await is on the loop again, and may touch the gobj.
    private void AcReceive(in EvHttpRequest e)
    {
        using (Gaplic.SynchronizationContext.Enter())
        {
            _ = Receive(e.Request, e.Response);
        }
    }

    private async Task Receive(HttpRequest request, HttpResponse response)
    {
        try
        {
            var body = request.BodyReader;
            var (length, isEnd) = (0L, false);
            while (!isEnd)
            {
                var read = await body.ReadAsync();
                (length, Bytes, isEnd) = (length + read.Buffer.Length, Bytes + read.Buffer.Length, read.IsCompleted);
                body.AdvanceTo(read.Buffer.End);
            }

            response.Send(Encoding.ASCII.GetBytes($"{length} bytes"));
        }
        catch (HttpBodyException)
        {
            CutOff++;
        }
    }
}
