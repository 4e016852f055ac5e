namespace FsmKit;

/// <content>Enumeration of children that may be created and destroyed meanwhile.</content>
public abstract partial class GObj
{
    /// <summary>
    /// Position among the children of a gobj. The loop knows the cursors in use, so that the destruction of a child moves them on. The loop reuses
    /// cursors, so that an enumeration allocates nothing.
    /// </summary>
    internal sealed class ChildCursor
    {
        private GObj? _next;
        private GObj? _last;

        /// <summary>Next cursor in the loop's list of used or free cursors.</summary>
        public ChildCursor? Below { get; set; }

        /// <summary>Number of finished uses. A copy of an enumerator compares this number, so that it cannot end another enumeration.</summary>
        public int Use { get; private set; }

        /// <summary>Begins at the oldest child; the youngest child at this moment is the last one.</summary>
        public void Begin(GObj parent) => (_next, _last) = (parent._firstChild, parent._firstChild?._previousSibling);

        /// <summary>Returns the next child and advances; null when there is none.</summary>
        public GObj? Take()
        {
            var taken = _next;
            _next = taken == _last ? null : taken?._nextSibling;
            return taken;
        }

        /// <summary>Moves the cursor past a child that is being detached.</summary>
        public void Leave(GObj child)
        {
            if (child == _next)
            {
                Take();
            }
            else if (child == _last && _next is not null)
            {
                // The child is not the first one, so its previous sibling is not the youngest child.
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
