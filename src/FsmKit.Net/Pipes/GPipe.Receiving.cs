using System.IO.Pipelines;

namespace FsmKit.Net;

/// <content>From the connection into the pipe.</content>
public sealed partial class GPipe
{
    private Pipe _input = null!;
    private bool _isInputDone;

    private void AcWrite(in EvRxData e)
    {
        e.Data.CopyTo(_input.Writer.GetSpan(e.Data.Length));
        _input.Writer.Advance(e.Data.Length);
        var flush = FlushAsync();
        if (!flush.IsCompleted)
        {
            this.Send(new EvReaderBehind());
            _ = ResumeAfterAsync(flush);
        }
        else if (!flush.Result)
        {
            this.Send(new EvReaderGone());
        }
    }

    /// <summary>Hands the bytes to the reader. Returns false if the reader has completed, true when the reader wants more.</summary>
    private async ValueTask<bool> FlushAsync()
    {
        try
        {
            return !(await _input.Writer.FlushAsync().ConfigureAwait(false)).IsCompleted;
        }
        catch (Exception)
        {
            // The reader has completed with an exception, which is its own.
            return false;
        }
    }

    /// <summary>Waits for the reader. Continues inside the reader's call, on any thread, and only posts.</summary>
    private async Task ResumeAfterAsync(ValueTask<bool> flush)
    {
        if (await flush.ConfigureAwait(false))
        {
            this.PostAlways(new EvReaderReady());
        }
        else
        {
            this.PostAlways(new EvReaderGone());
        }
    }

    private void AcPause() => Send(Gsock, new EvPauseReceiving());

    private void AcResume() => Send(Gsock, new EvResumeReceiving());

    private void AcEndInput() => EndInput(null);

    private void AcDiscard()
    {
        EndInput(null);
        if (_sender.IsFinished && IsConnected())
        {
            AcClose();
        }
    }

    private void EndInput(Exception? exception)
    {
        if (!_isInputDone)
        {
            _isInputDone = true;
            _input.Writer.Complete(exception);
        }
    }
}
