namespace FsmKit;

/// <content>Going through children while they come and go.</content>
public abstract partial class GObj
{
    /// <summary>
    /// A place among the children of a gobj. The loop knows the cursors that are in use, so that a child that goes moves them on; it uses them again, so that
    /// an enumeration allocates nothing.
    /// </summary>
    internal sealed class ChildCursor
    {
        private GObj? _next;
        private GObj? _last;

        /// <summary>The cursor that the loop knows beside this one.</summary>
        public ChildCursor? Below { get; set; }

        /// <summary>How often it was used: a copy of an enumerator must not end another enumeration.</summary>
        public int Use { get; private set; }

        /// <summary>Begins with the oldest child; the youngest one is the last.</summary>
        public void Begin(GObj parent) => (_next, _last) = (parent._firstChild, parent._firstChild?._previousSibling);

        /// <summary>Takes the next child; null when there is none.</summary>
        public GObj? Take()
        {
            var taken = _next;
            _next = taken == _last ? null : taken?._nextSibling;
            return taken;
        }

        /// <summary>Notes that a child goes.</summary>
        public void Leave(GObj child)
        {
            if (child == _next)
            {
                Take();
            }
            else if (child == _last && _next is not null)
            {
                // It stands behind another one, so what is before it is no youngest child.
                _last = child._previousSibling;
            }
        }

        /// <summary>Ends the enumeration.</summary>
        public void End()
        {
            Use++;
            _next = _last = null;
        }
    }
}
