"""粘贴接龙, 生成接龙: sign-up chains pasted into the roster and made out of it."""
