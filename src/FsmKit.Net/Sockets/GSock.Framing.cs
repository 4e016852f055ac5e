namespace FsmKit.Net;

/// <content>Cutting received bytes into frames.</content>
public sealed partial class GSock
{
    // Null without frames, so that a plain connection pays one comparison per read.
    private FrameInput? _frames;
    private bool _saidUnheard;

    /// <summary>Number of received bytes that wait for the rest of their frame, or for <see cref="EvResumeReceiving"/>.</summary>
    /// <remarks>
    /// At most <see cref="Framing.MaxHeld"/>, or the length given to <see cref="ExpectBlock"/>, plus the bytes of one read. In
    /// <see cref="EvDisconnected"/>, the number of bytes of an incomplete frame.
    /// </remarks>
    public int HeldBytes => _frames?.HeldCount ?? 0;

    public partial Framing? Framing
    {
        get => _frames?.Framing;
        set
        {
            if (value is not null || _frames is not null)
            {
                (_frames ??= new FrameInput()).Framing = value;
                DeliverLater();
            }
        }
    }

    /// <summary>
    /// Makes the next <paramref name="length"/> received bytes one frame, whatever they are. After this frame, <see cref="Framing"/>
    /// applies again. Call this method on the loop's thread, usually in the action for the frame before.
    /// </summary>
    /// <param name="length">Length of the block in bytes; the gsock buffers up to this many. 0 gives an empty frame.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public void ExpectBlock(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (_frames ??= new FrameInput()).Expect(length);
        DeliverLater();
    }

    /// <summary>Whether the subscriber still wants frames: an action may pause, close or destroy the connection.</summary>
    private bool TakesFrames => !IsDestroyed && !_receivePaused && CurrentState is State.Connected or State.Finishing;

    /// <summary>Delivers the frames of one read, and keeps the rest.</summary>
    private void TakeIn(FrameInput frames, ReadOnlySpan<byte> data)
    {
        if (frames.HeldCount > 0)
        {
            frames.Hold(data);
            DeliverHeld(frames);
            return;
        }

        var used = Deliver(frames, data);
        if (used < data.Length && MayHold)
        {
            frames.Hold(data[used..]);
        }
    }

    private void DeliverHeld(FrameInput frames)
    {
        var held = frames.TakeHeld();
        var used = held.Count;
        try
        {
            used = Deliver(frames, held.Span);
        }
        finally
        {
            held.Skip(used);
            if (MayHold)
            {
                frames.PutHeld(held);
            }
            else
            {
                held.Clear();
            }
        }
    }

    private bool MayHold => !IsDestroyed && CurrentState is State.Connected or State.Finishing;

    /// <summary>Publishes the frames in <paramref name="bytes"/>. Returns the number of used bytes.</summary>
    private int Deliver(FrameInput frames, ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        frames.IsDelivering = true;
        try
        {
            while (TakesFrames && (used < bytes.Length || frames.IsEmptyBlock))
            {
                var rest = bytes[used..];
                if (frames.IsRaw)
                {
                    frames.IsCorked = false;
                    used = bytes.Length;
                    PublishData(rest);
                    break;
                }

                if (!TryRead(frames, rest, out var step))
                {
                    break;
                }

                used += step.Used;
                frames.IsCorked = used < bytes.Length;
                Handle(in step, rest);
            }
        }
        finally
        {
            (frames.IsDelivering, frames.IsCorked) = (false, false);
            Uncork();
        }

        return used;
    }

    /// <summary>Looks for a frame. An exception of the application's framing ends the connection, because its place in the bytes is lost.</summary>
    private bool TryRead(FrameInput frames, ReadOnlySpan<byte> bytes, out FrameStep step)
    {
        try
        {
            step = frames.Read(bytes);
            return step.Kind != FrameStepKind.Incomplete;
        }
        catch (Exception x)
        {
            step = default;
            Give(x);
            return false;
        }
    }

    private void Handle(in FrameStep step, ReadOnlySpan<byte> bytes)
    {
        if (step.Kind == FrameStepKind.Frame)
        {
            PublishFrame(bytes.Slice(step.Start, step.Length));
        }
        else if (step.Kind != FrameStepKind.Skip)
        {
            TellSubscribers(new EvFrameFault(this, step.Fault));
            if (step.Kind == FrameStepKind.Broken && MayHold)
            {
                this.Send(new EvBadFrame(step.Fault));
            }
        }
    }

    private void PublishFrame(ReadOnlySpan<byte> frame)
    {
        if (!_saidUnheard && !HasSubscribers<EvFrame>(this))
        {
            _saidUnheard = true;
            NetLog.UnheardFrame(Gaplic.Logger, this, Subscriber ?? Parent!);
        }

        try
        {
            Publish(new EvFrame(this, frame));
        }
        catch (Exception x) when (!IsEndedBy(x))
        {
            // The frames behind this one are not concerned.
            Gaplic.ReportFault(this, x);
        }
    }

    /// <summary>Posts the delivery of held bytes: an event of the subscriber's own action must not come back inside it.</summary>
    private void DeliverLater()
    {
        if (_frames is { IsDelivering: false, IsDue: false } frames && (frames.HeldCount > 0 || frames.IsEmptyBlock) && TakesFrames)
        {
            frames.IsDue = true;
            _link?.Watch(Wanted);
            this.PostAlways(new EvHeld());
        }
    }

    private void AcDeliverHeld()
    {
        if (_frames is not { IsDue: true } frames)
        {
            return;
        }

        frames.IsDue = false;
        try
        {
            if (TakesFrames)
            {
                DeliverHeld(frames);
            }
        }
        catch (Exception x) when (IsEndedBy(x))
        {
            Give(x);
        }
        finally
        {
            _link?.Watch(Wanted);
        }
    }

    private void AcBadFrame(in EvBadFrame e)
    {
        NetLog.BadFrame(Gaplic.Logger, this, Peername, e.Fault);
        AcClose();
        if (CurrentState == State.Lingering)
        {
            _reason = DisconnectReason.BadFrame;
        }
    }

    /// <summary>Held bytes may have frames for the subscriber.</summary>
    private readonly record struct EvHeld;

    /// <summary>The received bytes are no frame.</summary>
    private readonly record struct EvBadFrame(FrameFault Fault);
}
