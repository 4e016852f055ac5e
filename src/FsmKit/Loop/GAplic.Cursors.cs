namespace FsmKit;

/// <content>The enumerations of children that are under way.</content>
public sealed partial class GAplic
{
    private ChildCursor? _freeCursors;

    /// <summary>The cursors in use, nearly always none.</summary>
    internal ChildCursor? Cursors { get; private set; }

    /// <summary>Takes a cursor into use.</summary>
    internal ChildCursor TakeCursor()
    {
        var cursor = _freeCursors ?? new ChildCursor();
        _freeCursors = cursor.Below;
        cursor.Below = Cursors;
        Cursors = cursor;
        return cursor;
    }

    /// <summary>Gives a cursor back. Nearly always it is the one that was taken last.</summary>
    internal void GiveBack(ChildCursor cursor)
    {
        cursor.End();
        if (Cursors == cursor)
        {
            Cursors = cursor.Below;
        }
        else
        {
            var above = Cursors;
            while (above is not null && above.Below != cursor)
            {
                above = above.Below;
            }

            above!.Below = cursor.Below;
        }

        cursor.Below = _freeCursors;
        _freeCursors = cursor;
    }
}
